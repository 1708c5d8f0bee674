package org.collegium.assessment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;

/**
 * A question as it is put before it is graded: nothing in it says what is right.
 *
 * @param stem Markdown; gaps are numbered marks in it, see {@link #gap}
 * @param costs the points that a wrong answer costs, 0 or more
 * @param counts whether it will be graded
 * @param longest the most characters of each part of an answer that are kept
 */
public record AskedQuestion(
        String key, String stem, double points, double costs, Form form, boolean counts, int longest)
        implements Serializable {

    /** How one answers. */
    public sealed interface Form extends Serializable {}

    /** One chooses among options, in the order in which they are shown. */
    public record Choose(List<Choice> options, boolean several) implements Form {}

    /** One judges a statement. */
    public record Judge() implements Form {}

    /**
     * One types a number.
     *
     * @param unit is shown behind the field; may be empty
     * @param unitRequired whether a unit is to be typed, too
     */
    public record TypeNumber(String unit, boolean unitRequired) implements Form {}

    /** One types a word or two. */
    public record TypeWords() implements Form {}

    /**
     * One writes a text at length.
     *
     * @param rubric by what it will be marked, where that is told before
     */
    public record Write(WordLimits words, Rubric rubric) implements Form {}

    /**
     * One hands in files.
     *
     * @param rubric by what they will be marked, where that is told before
     */
    public record Upload(FileLimits files, Rubric rubric) implements Form {}

    /**
     * One writes Python.
     *
     * @param tests that can be seen
     * @param hidden how many there are beside them
     */
    public record Program(String starter, List<ShownTest> tests, int hidden, int cellSeconds, List<String> packages)
            implements Form {}

    /** A test that can be seen. */
    public record ShownTest(String key, String text, String code, String message) implements Serializable {}

    /** One gives each prompt an option. */
    public record Match(List<Choice> prompts, List<Choice> options) implements Form {}

    /** One puts options into order. */
    public record Order(List<Choice> options) implements Form {}

    /** One fills the gaps of the stem, each in its own way. */
    public record Fill(List<Form> gaps) implements Form {}

    /**
     * One marks places in a picture.
     *
     * @param among what one chooses from; empty where one marks any place
     */
    public record Locate(Picture picture, int marks, List<Outline> among) implements Form {}

    /** An area to choose, in fractions of the picture as {@link Area} has them. */
    public record Outline(String key, String label, Area.Shape shape, List<Double> at) implements Serializable {}

    /** One of the answers to choose from; the text is Markdown. */
    public record Choice(String key, String text) implements Serializable {}

    /** A question of a quiz that is drawn by this seed. */
    static AskedQuestion of(Question question, Quiz quiz, long seed) {
        String stem = question instanceof Cloze cloze ? numbered(cloze) : question.stem();
        return new AskedQuestion(
                question.key(),
                stem,
                question.points(),
                question.points() * question.penalty(quiz.rules().penalty()),
                form(question, question.key(), quiz.shuffleOptions(), seed),
                counts(question),
                question.longest());
    }

    private static boolean counts(Question question) {
        return switch (question.traits().award()) {
            case BY_ANSWER -> question.keyed();
            case EVERYONE -> true;
            case NOBODY -> false;
        };
    }

    /** The same question worth what it is worth with another key. */
    AskedQuestion worth(Question key, double penalty) {
        return new AskedQuestion(
                this.key, stem, key.points(), key.points() * key.penalty(penalty), form, counts(key), longest);
    }

    /** What stands in a text for the gap with this number from 0. */
    public static String gap(int number) {
        return "⟦" + (number + 1) + "⟧";
    }

    private static String numbered(Cloze cloze) {
        List<String> keys = cloze.gaps().stream().map(Gap::key).toList();
        return Placeholders.replaced(cloze.stem(), key -> keys.contains(key) ? gap(keys.indexOf(key)) : key);
    }

    private static Form form(Question question, String name, boolean shuffled, long seed) {
        return switch (question) {
            case SingleChoice choice -> new Choose(choices(choice.options(), name, shuffled, seed), false);
            case MultipleChoice choice -> new Choose(choices(choice.options(), name, shuffled, seed), true);
            case TrueFalse _ -> new Judge();
            case Numeric(var _, var _, var _, var _, var _, var _, var _, Units units, var _) ->
                new TypeNumber(units.required() ? "" : units.base(), units.required());
            case ShortText _ -> new TypeWords();
            case Matching matching ->
                new Match(
                        matching.prompts().stream()
                                .map(prompt -> new Choice(prompt.key(), prompt.text()))
                                .toList(),
                        shuffled(offers(matching.options()), Drawing.random(seed, name)));
            case Ordering ordering -> new Order(disordered(offers(ordering.options()), Drawing.random(seed, name)));
            case Cloze cloze ->
                new Fill(cloze.gaps().stream()
                        .map(gap -> form(gap, name + "/" + gap.key(), shuffled, seed))
                        .toList());
            case Hotspot hotspot ->
                new Locate(hotspot.picture(), hotspot.marks(), hotspot.among() ? outlines(hotspot.areas()) : List.of());
            case Essay essay -> new Write(essay.words(), told(essay.rubric()));
            case CodeQuestion code -> program(code);
            case FileUpload upload -> new Upload(upload.files(), told(upload.rubric()));
            case Formula formula -> form(Drawing.of(formula, seed), name, shuffled, seed);
        };
    }

    private static Program program(CodeQuestion code) {
        List<ShownTest> shown = code.tests().stream()
                .filter(test -> !test.hidden())
                .map(test -> new ShownTest(test.key(), test.text(), test.code(), test.message()))
                .toList();
        return new Program(
                code.starter(),
                shown,
                code.tests().size() - shown.size(),
                code.limits().cellSeconds(),
                code.packages());
    }

    private static Rubric told(Rubric rubric) {
        return rubric.shown() ? rubric : Rubric.NONE;
    }

    private static List<Choice> choices(List<Option> options, String name, boolean shuffled, long seed) {
        List<Choice> choices = options.stream()
                .map(option -> new Choice(option.key(), option.text()))
                .toList();
        return shuffled ? shuffled(choices, new Random(seed ^ name.hashCode())) : choices;
    }

    private static List<Outline> outlines(List<Area> areas) {
        return areas.stream()
                .map(area -> new Outline(area.key(), area.label(), area.shape(), area.at()))
                .toList();
    }

    private static List<Choice> offers(List<Offer> offers) {
        return offers.stream()
                .map(offer -> new Choice(offer.key(), offer.text()))
                .toList();
    }

    private static List<Choice> shuffled(List<Choice> choices, Random random) {
        List<Choice> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled);
    }

    /** Never in the right order, for nobody who sees that order could say so. */
    private static List<Choice> disordered(List<Choice> right, Random random) {
        List<Choice> order = shuffled(right, random);
        while (order.equals(right)) {
            order = shuffled(right, random);
        }
        return order;
    }
}
