package org.collegium.assessment;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Choose;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.AskedQuestion.Form;
import org.collegium.assessment.AskedQuestion.Locate;
import org.collegium.assessment.AskedQuestion.Match;
import org.collegium.assessment.AskedQuestion.Order;
import org.collegium.assessment.AskedQuestion.Outline;

/**
 * What browsers call the options of a question while it is answered: by the place at which they are shown. A key may say what is right,
 * as that of an option that is called {@code right}, or by the order of the letters in what is to be put into order.
 */
public final class OptionPlaces {

    /** Begins no key, so that what was saved by its key is still read. */
    private static final String BEGIN = "_";

    private OptionPlaces() {}

    /** The question as a browser is to know it. */
    public static AskedQuestion shown(AskedQuestion asked) {
        return new AskedQuestion(
                asked.key(),
                asked.stem(),
                asked.points(),
                asked.costs(),
                shown(asked.form()),
                asked.counts(),
                asked.longest());
    }

    private static Form shown(Form form) {
        return switch (form) {
            case Choose(List<Choice> options, boolean several) -> new Choose(placed(options), several);
            case Match(List<Choice> prompts, List<Choice> options) -> new Match(placed(prompts), placed(options));
            case Order(List<Choice> options) -> new Order(placed(options));
            case Fill(List<Form> gaps) ->
                new Fill(gaps.stream().map(OptionPlaces::shown).toList());
            case Locate locate ->
                new Locate(
                        locate.picture(),
                        locate.marks(),
                        IntStream.range(0, locate.among().size())
                                .mapToObj(i -> placed(locate.among().get(i), i))
                                .toList());
            case AskedQuestion.Judge _,
                    AskedQuestion.TypeNumber _,
                    AskedQuestion.TypeWords _,
                    AskedQuestion.Write _,
                    AskedQuestion.Upload _,
                    AskedQuestion.Program _ -> form;
        };
    }

    private static List<Choice> placed(List<Choice> options) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Choice(name(i), options.get(i).text()))
                .toList();
    }

    private static Outline placed(Outline area, int place) {
        return new Outline(name(place), area.label(), area.shape(), area.at());
    }

    private static String name(int place) {
        return BEGIN + (place + 1);
    }

    /** An answer by keys as a browser is to know it. */
    public static Answer shown(AskedQuestion asked, Answer answer) {
        return translated(asked.form(), answer, keys -> value -> {
            int place = keys.indexOf(value);
            return place < 0 ? value : name(place);
        });
    }

    /** An answer as a browser gave it, by keys; what is of no place stays as it is. */
    public static Answer kept(AskedQuestion asked, Answer answer) {
        return translated(
                asked.form(),
                answer,
                keys -> value -> IntStream.range(0, keys.size())
                        .filter(place -> name(place).equals(value))
                        .mapToObj(keys::get)
                        .findFirst()
                        .orElse(value));
    }

    /** How one value of an answer is translated, by the keys of the options in the order in which they are shown. */
    private interface Translation {
        UnaryOperator<String> of(List<String> keys);
    }

    private static Answer translated(Form form, Answer answer, Translation translation) {
        if (form instanceof Fill(List<Form> gaps)) {
            return new Answer(IntStream.range(0, answer.values().size())
                    .mapToObj(i -> i < gaps.size()
                            ? translation
                                    .of(options(gaps.get(i)))
                                    .apply(answer.values().get(i))
                            : answer.values().get(i))
                    .toList());
        }
        List<String> keys = options(form);
        return keys.isEmpty()
                ? answer
                : new Answer(answer.values().stream().map(translation.of(keys)).toList());
    }

    private static List<String> options(Form form) {
        return switch (form) {
            case Choose(List<Choice> options, boolean _) -> keys(options);
            case Match(List<Choice> _, List<Choice> options) -> keys(options);
            case Order(List<Choice> options) -> keys(options);
            case Locate locate -> locate.among().stream().map(Outline::key).toList();
            case Fill _,
                    AskedQuestion.Judge _,
                    AskedQuestion.TypeNumber _,
                    AskedQuestion.TypeWords _,
                    AskedQuestion.Write _,
                    AskedQuestion.Upload _,
                    AskedQuestion.Program _ -> List.of();
        };
    }

    private static List<String> keys(List<Choice> options) {
        return options.stream().map(Choice::key).toList();
    }
}
