package org.collegium.courses.imports;

import java.util.List;
import java.util.Optional;
import org.collegium.source.Place;

/**
 * A question that an importer found, as it will be written.
 *
 * @param at where it stands in the source
 * @param words from which its key is made
 * @param stem Markdown
 * @param points 1 where the source says nothing
 * @param explanation Markdown; may be empty
 * @param feedback to a right and to a wrong answer, for kinds without options
 */
public record QuizQuestion(
        Place at, String words, String stem, double points, String explanation, Feedback feedback, Kind kind) {

    /** Markdown; texts may be empty. */
    public record Feedback(String correct, String incorrect) {

        public static final Feedback NONE = new Feedback("", "");
    }

    /** What is asked. Where nothing is said to be right, the question has no key yet. */
    public sealed interface Kind {}

    /** One or several of some options. */
    public record Choice(boolean several, List<Option> options) implements Kind {}

    /** An option; texts are Markdown. */
    public record Option(String text, boolean correct, String feedback) {}

    /** Whether something is true. */
    public record Judgement(Optional<Boolean> answer) implements Kind {}

    /** A number. */
    public record Numeric(Optional<Double> answer, double tolerance) implements Kind {}

    /** Some words. */
    public record Words(List<String> accepted, boolean caseSensitive) implements Kind {}

    /** A text that a person marks. */
    public record Essay() implements Kind {}

    /** Each prompt has the option with the number that stands beside it, from 0. */
    public record Matching(List<Prompt> prompts, List<String> options) implements Kind {}

    /** A prompt; the texts are Markdown. */
    public record Prompt(String text, Optional<Integer> option) {}

    /** The options in their right order. */
    public record Ordering(List<String> options) implements Kind {}

    /** Gaps in the stem, each named there as <code>{{key}}</code>. */
    public record Cloze(List<Gap> gaps) implements Kind {}

    /** A gap to be filled with words or by a choice. */
    public record Gap(String key, Kind kind, double points) {

        /** A gap that counts as much as others. */
        public Gap(String key, Kind kind) {
            this(key, kind, 1);
        }
    }

    /** A number that follows from variables, which stand in the stem as <code>{{name}}</code>. */
    public record Formula(String answer, double tolerance, double tolerancePercent, List<Variable> variables)
            implements Kind {

        /** A number that may be off by so much. */
        public Formula(String answer, double tolerance, List<Variable> variables) {
            this(answer, tolerance, 0, variables);
        }
    }

    /** The values that a variable is drawn from. */
    public record Variable(String name, double from, double to, double step) {}
}
