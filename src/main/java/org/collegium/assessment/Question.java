package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of a quiz, with its key; texts are Markdown and may be empty where they are optional. */
public sealed interface Question
        permits CodeQuestion,
                FileUpload,
                Hotspot,
                Question.Cloze,
                Question.Essay,
                Question.Formula,
                Question.Gap,
                Question.Matching,
                Question.MultipleChoice,
                Question.Ordering,
                Question.TrueFalse {

    /** Unique within the quiz; answers hang on it. */
    String key();

    String stem();

    /** Above 0. */
    double points();

    /** What is said of it beside what it asks. */
    Traits traits();

    /** Shown after grading. */
    String explanation();

    /** Keys of the skills that it shows. */
    default List<String> skills() {
        return traits().skills();
    }

    /**
     * The share of its points that a wrong answer costs. Only kinds that can be guessed as a whole cost anything; those that are answered
     * in words or in parts do not.
     *
     * @param ofQuiz what counts where the question says nothing, 0 to 1
     */
    default double penalty(double ofQuiz) {
        Double own = traits().penalty();
        return switch (this) {
            case SingleChoice _, MultipleChoice _, TrueFalse _, Numeric _, Formula _, Hotspot _ ->
                own == null ? ofQuiz : own;
            case ShortText _, Matching _, Ordering _, Cloze _, Essay _, FileUpload _, CodeQuestion _ -> 0;
        };
    }

    /** Whether it says what is right; a question that does not cannot be graded. One that a person marks has nothing to say. */
    boolean keyed();

    /** Whether a person marks what is answered; nothing else can. */
    default boolean marked() {
        return this instanceof Essay || this instanceof FileUpload;
    }

    /** Whether an answer is graded after the attempt has ended: by a person, or by tests that take a while. */
    default boolean waits() {
        return marked() || this instanceof CodeQuestion;
    }

    /** By what a person marks it; none where none does, or where the points are given as a whole. */
    default Rubric rubric() {
        return Rubric.NONE;
    }

    /** The most characters of each part of an answer that are kept. */
    default int longest() {
        return switch (this) {
            case Essay _, CodeQuestion _ -> Answer.LONGEST;
            case FileUpload _ -> FileUpload.LONGEST;
            default -> Answer.USUAL_LONGEST;
        };
    }

    /** What may also stand in a gap of a text: its stem is empty then, and its points are its weight among the gaps. */
    sealed interface Gap extends Question {}

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
    record SingleChoice(String key, String stem, double points, Traits traits, String explanation, List<Option> options)
            implements Gap {

        public SingleChoice {
            options = List.copyOf(options);
        }

        @Override
        public boolean keyed() {
            return options.stream().anyMatch(Option::correct);
        }
    }

    /** One or more options are right. */
    record MultipleChoice(
            String key, String stem, double points, Traits traits, String explanation, List<Option> options)
            implements Question {

        public MultipleChoice {
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
            Traits traits,
            String explanation,
            @Nullable Boolean answer,
            Feedback feedback)
            implements Question {

        @Override
        public boolean keyed() {
            return answer != null;
        }
    }

    /** A number. */
    record Numeric(
            String key,
            String stem,
            double points,
            Traits traits,
            String explanation,
            @Nullable BigDecimal answer,
            Tolerance tolerance,
            Units units,
            Feedback feedback)
            implements Gap {

        @Override
        public boolean keyed() {
            return answer != null;
        }
    }

    /** A word or two. */
    record ShortText(
            String key,
            String stem,
            double points,
            Traits traits,
            String explanation,
            List<Accepted> accept,
            boolean caseSensitive,
            Feedback feedback)
            implements Gap {

        public ShortText {
            accept = List.copyOf(accept);
        }

        /** Patterns alone are no key, since nobody could be shown what is right. */
        @Override
        public boolean keyed() {
            return accept.stream().anyMatch(Accepted::example);
        }
    }

    /** Something to match with an option. */
    record Prompt(String key, String text, @Nullable String answer) {}

    /** An option that is neither right nor wrong in itself. */
    record Offer(String key, String text) {}

    /**
     * Things to match, each with one of the options.
     *
     * @param options right for one prompt, for several or for none
     */
    record Matching(
            String key,
            String stem,
            double points,
            Traits traits,
            String explanation,
            List<Prompt> prompts,
            List<Offer> options,
            Feedback feedback)
            implements Question {

        public Matching {
            prompts = List.copyOf(prompts);
            options = List.copyOf(options);
        }

        @Override
        public boolean keyed() {
            return prompts.stream().allMatch(prompt -> prompt.answer() != null);
        }
    }

    /**
     * Things to put into order.
     *
     * @param options in the right order
     */
    record Ordering(
            String key,
            String stem,
            double points,
            Traits traits,
            String explanation,
            List<Offer> options,
            Feedback feedback)
            implements Question {

        public Ordering {
            options = List.copyOf(options);
        }

        @Override
        public boolean keyed() {
            return true;
        }
    }

    /** A text with gaps; its stem has the key of each in two braces. */
    record Cloze(String key, String stem, double points, Traits traits, String explanation, List<Gap> gaps)
            implements Question {

        public Cloze {
            gaps = List.copyOf(gaps);
        }

        @Override
        public boolean keyed() {
            return gaps.stream().allMatch(Gap::keyed);
        }
    }

    /**
     * A number that is computed from values drawn for each attempt; {@link Drawing} makes a {@link Numeric} of it.
     *
     * @param answer an {@link Expression} in the variables; empty without a key
     */
    record Formula(
            String key,
            String stem,
            double points,
            Traits traits,
            String explanation,
            List<Variable> variables,
            String answer,
            Tolerance tolerance,
            Units units,
            Feedback feedback)
            implements Question {

        public Formula {
            variables = List.copyOf(variables);
        }

        @Override
        public boolean keyed() {
            return !answer.isEmpty();
        }
    }

    /** A text at length, which a person marks. */
    record Essay(
            String key, String stem, double points, Traits traits, String explanation, WordLimits words, Rubric rubric)
            implements Question {

        @Override
        public boolean keyed() {
            return true;
        }
    }
}
