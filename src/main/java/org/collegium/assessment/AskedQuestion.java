package org.collegium.assessment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;

/**
 * A question as it is put before it is graded: nothing in it says what is right.
 *
 * @param choices in the order in which they are shown; none where the answer is typed
 * @param unit behind the field of a number; may be empty
 * @param counts whether it will be graded
 */
public record AskedQuestion(
        String key, Kind kind, String stem, double points, List<Choice> choices, String unit, boolean counts)
        implements Serializable {

    /** How one answers. */
    public enum Kind {
        SINGLE,
        MULTIPLE,
        TRUE_FALSE,
        NUMERIC,
        SHORT_TEXT
    }

    /** One of the answers to choose from; the text is Markdown. */
    public record Choice(String key, String text) implements Serializable {}

    public AskedQuestion {
        choices = List.copyOf(choices);
    }

    static AskedQuestion of(Question question, boolean shuffled, long seed) {
        return switch (question) {
            case SingleChoice choice ->
                asked(question, Kind.SINGLE, choices(question, choice.options(), shuffled, seed), "");
            case MultipleChoice choice ->
                asked(question, Kind.MULTIPLE, choices(question, choice.options(), shuffled, seed), "");
            case TrueFalse _ -> asked(question, Kind.TRUE_FALSE, List.of(), "");
            case Numeric numeric -> asked(question, Kind.NUMERIC, List.of(), numeric.unit());
            case ShortText _ -> asked(question, Kind.SHORT_TEXT, List.of(), "");
        };
    }

    private static AskedQuestion asked(Question question, Kind kind, List<Choice> choices, String unit) {
        return new AskedQuestion(
                question.key(), kind, question.stem(), question.points(), choices, unit, question.keyed());
    }

    private static List<Choice> choices(Question question, List<Option> options, boolean shuffled, long seed) {
        List<Choice> choices = new ArrayList<>(options.stream()
                .map(option -> new Choice(option.key(), option.text()))
                .toList());
        if (shuffled) {
            Collections.shuffle(choices, new Random(seed ^ question.key().hashCode()));
        }
        return choices;
    }
}
