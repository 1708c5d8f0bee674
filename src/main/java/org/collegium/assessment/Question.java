package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of a quiz, with its key; texts are Markdown and may be empty where they are optional. */
public sealed interface Question {

    /** Unique within the quiz; answers hang on it. */
    String key();

    String stem();

    /** Above 0. */
    double points();

    /** Keys of the skills that it shows. */
    List<String> skills();

    /** Shown after grading. */
    String explanation();

    /** Whether it says what is right; a question that does not cannot be graded. */
    boolean keyed();

    /**
     * One of the answers to choose from.
     *
     * @param key unique within the question
     * @param feedback shown to those who chose it
     */
    record Option(String key, String text, boolean correct, String feedback) {}

    /** What is said to those who were right and to those who were not. */
    record Feedback(String correct, String incorrect) {

        public static final Feedback NONE = new Feedback("", "");
    }

    /** Exactly one option is right. */
    record SingleChoice(
            String key, String stem, double points, List<String> skills, String explanation, List<Option> options)
            implements Question {

        public SingleChoice {
            skills = List.copyOf(skills);
            options = List.copyOf(options);
        }

        @Override
        public boolean keyed() {
            return options.stream().anyMatch(Option::correct);
        }
    }

    /** One or more options are right. */
    record MultipleChoice(
            String key, String stem, double points, List<String> skills, String explanation, List<Option> options)
            implements Question {

        public MultipleChoice {
            skills = List.copyOf(skills);
            options = List.copyOf(options);
        }

        @Override
        public boolean keyed() {
            return options.stream().anyMatch(Option::correct);
        }
    }

    /** A statement to judge. */
    record TrueFalse(
            String key,
            String stem,
            double points,
            List<String> skills,
            String explanation,
            @Nullable Boolean answer,
            Feedback feedback)
            implements Question {

        public TrueFalse {
            skills = List.copyOf(skills);
        }

        @Override
        public boolean keyed() {
            return answer != null;
        }
    }

    /**
     * A number.
     *
     * @param tolerance how far off an answer may be; 0 or more
     * @param unit shown behind the field; may be empty
     */
    record Numeric(
            String key,
            String stem,
            double points,
            List<String> skills,
            String explanation,
            @Nullable BigDecimal answer,
            BigDecimal tolerance,
            String unit,
            Feedback feedback)
            implements Question {

        public Numeric {
            skills = List.copyOf(skills);
        }

        @Override
        public boolean keyed() {
            return answer != null;
        }
    }

    /**
     * A word or two.
     *
     * @param accept the right answers, compared without surrounding space
     */
    record ShortText(
            String key,
            String stem,
            double points,
            List<String> skills,
            String explanation,
            List<String> accept,
            boolean caseSensitive,
            Feedback feedback)
            implements Question {

        public ShortText {
            skills = List.copyOf(skills);
            accept = List.copyOf(accept);
        }

        @Override
        public boolean keyed() {
            return !accept.isEmpty();
        }
    }
}
