package org.collegium.assessment.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.collegium.assessment.Answer;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Grading;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.HotspotGrading;
import org.collegium.assessment.HotspotGrading.Marked;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.bank.ItemAnalysis.Count;
import org.collegium.assessment.bank.ItemAnalysis.Part;

/**
 * How often each answer was given. Of what is typed only that is told which two learners or more typed alike, since a text of one alone
 * may say who it was.
 */
final class AnswerCounts {

    private static final int MOST_TEXTS = 10;
    private static final int FEWEST_ALIKE = 2;

    private AnswerCounts() {}

    /**
     * @param question before its values are drawn
     * @param answers that are not empty
     */
    static List<Part> of(Question question, List<Answer> answers) {
        return switch (question) {
            case SingleChoice choice -> List.of(options("", choice.options(), whole(answers)));
            case MultipleChoice choice -> List.of(options("", choice.options(), whole(answers)));
            case TrueFalse statement -> List.of(judged(statement, answers));
            case Numeric number -> List.of(typed("", number, texts(answers)));
            case ShortText words -> List.of(typed("", words, texts(answers)));
            case Matching matching -> matched(matching, answers);
            case Ordering ordering -> List.of(ordered(ordering, answers));
            case Cloze cloze -> gaps(cloze, answers);
            case Hotspot hotspot -> List.of(located(hotspot, answers));
            case CodeQuestion _, FileUpload _, Formula _, Question.Essay _ -> List.of();
        };
    }

    private static List<List<String>> whole(List<Answer> answers) {
        return answers.stream().map(Answer::values).toList();
    }

    private static List<String> texts(List<Answer> answers) {
        return answers.stream().map(Answer::text).toList();
    }

    private static Part options(String name, List<Option> options, List<List<String>> chosen) {
        List<Count> counts = options.stream()
                .map(option -> new Count(option.text(), option.correct(), times(chosen, option.key())))
                .toList();
        return new Part(name, true, counts, 0);
    }

    private static int times(List<List<String>> chosen, String key) {
        return (int) chosen.stream().filter(values -> values.contains(key)).count();
    }

    private static Part judged(TrueFalse statement, List<Answer> answers) {
        List<Count> counts = List.of("true", "false").stream()
                .map(value -> new Count(
                        value, value.equals(String.valueOf(statement.answer())), times(whole(answers), value)))
                .toList();
        return new Part("", true, counts, 0);
    }

    private static List<Part> matched(Matching matching, List<Answer> answers) {
        List<Prompt> prompts = matching.prompts();
        return IntStream.range(0, prompts.size())
                .mapToObj(i -> new Part(
                        prompts.get(i).text(),
                        true,
                        matching.options().stream()
                                .map(option -> new Count(
                                        option.text(),
                                        option.key().equals(prompts.get(i).answer()),
                                        (int) answers.stream()
                                                .filter(answer -> answer.at(i).equals(option.key()))
                                                .count()))
                                .toList(),
                        0))
                .toList();
    }

    private static Part ordered(Ordering ordering, List<Answer> answers) {
        Map<String, String> names = new HashMap<>();
        ordering.options().forEach(option -> names.put(option.key(), option.text()));
        List<String> right = ordering.options().stream().map(Offer::key).toList();
        Map<List<String>, Integer> orders = new LinkedHashMap<>();
        answers.stream()
                .map(Answer::values)
                .filter(values -> names.keySet().containsAll(values))
                .forEach(values -> orders.merge(values, 1, Integer::sum));
        return frequent(
                "",
                orders,
                values -> new Count(
                        String.join(
                                " → ",
                                values.stream()
                                        .map(key -> Objects.requireNonNullElse(names.get(key), key))
                                        .toList()),
                        values.equals(right),
                        0));
    }

    /** How often each area was marked; marks that are in none are the rest. */
    private static Part located(Hotspot hotspot, List<Answer> answers) {
        List<Marked> marks = answers.stream()
                .flatMap(answer -> HotspotGrading.marked(hotspot, answer).stream())
                .toList();
        List<Count> counts = hotspot.areas().stream()
                .map(area -> new Count(area.label().isEmpty() ? area.key() : area.label(), area.correct(), (int)
                        marks.stream()
                                .filter(mark -> mark.area().filter(area::equals).isPresent())
                                .count()))
                .toList();
        int elsewhere =
                (int) marks.stream().filter(mark -> mark.area().isEmpty()).count();
        return new Part("", true, counts, elsewhere);
    }

    private static List<Part> gaps(Cloze cloze, List<Answer> answers) {
        List<Gap> gaps = cloze.gaps();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            int at = i;
            List<String> values = answers.stream()
                    .map(answer -> answer.at(at))
                    .filter(Predicate.not(String::isBlank))
                    .toList();
            parts.add(
                    switch (gaps.get(i)) {
                        case SingleChoice choice ->
                            options(
                                    choice.key(),
                                    choice.options(),
                                    values.stream().map(List::of).toList());
                        case Numeric number -> typed(number.key(), number, values);
                        case ShortText words -> typed(words.key(), words, values);
                    });
        }
        return parts;
    }

    /** Texts are alike that differ in space only, and in case where it does not count; the one that was typed first stands for all. */
    private static Part typed(String name, Question question, List<String> values) {
        Map<String, String> first = new HashMap<>();
        Map<String, Integer> texts = new LinkedHashMap<>();
        for (String value : values) {
            String plain = value.strip().replaceAll("\\s++", " ");
            String folded = caseCounts(question) ? plain : plain.toLowerCase(Locale.ROOT);
            first.putIfAbsent(folded, value.strip());
            texts.merge(folded, 1, Integer::sum);
        }
        return frequent(name, texts, folded -> {
            String shown = Objects.requireNonNullElse(first.get(folded), folded);
            boolean full = Grading.points(question, Answer.of(shown)) >= question.points();
            return new Count(shown, question.keyed() ? full : null, 0);
        });
    }

    /** Of numbers it does: a milliwatt is no megawatt. */
    private static boolean caseCounts(Question question) {
        return !(question instanceof ShortText words) || words.caseSensitive();
    }

    private static <T> Part frequent(String name, Map<T, Integer> given, Function<T, Count> shown) {
        ToIntFunction<Map.Entry<T, Integer>> times = Map.Entry::getValue;
        List<Count> counts = given.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_ALIKE)
                .sorted(Comparator.comparingInt(times).reversed())
                .limit(MOST_TEXTS)
                .map(entry -> {
                    Count count = shown.apply(entry.getKey());
                    return new Count(count.text(), count.right(), entry.getValue());
                })
                .toList();
        int all = given.values().stream().mapToInt(Integer::intValue).sum();
        int told = counts.stream().mapToInt(Count::times).sum();
        return new Part(name, false, counts, all - told);
    }
}
