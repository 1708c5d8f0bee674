package org.collegium.assessment.regrading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.collegium.assessment.Area;
import org.collegium.assessment.Award;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Feedback;
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
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizWriter;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Traits;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;

/**
 * What may be corrected after a quiz was answered: only what it is graded by. What was asked stays as it was put, or answers would be
 * answers to another question.
 */
final class Corrections {

    private Corrections() {}

    /**
     * The file of a corrected quiz.
     *
     * @param asked the quiz by which attempts were asked
     * @param before the quiz by which they are graded now
     * @param corrected its questions with their keys, points and awards as they should have been
     * @throws RuleViolation when more is changed than keys, nothing is, or nothing could be graded by it
     */
    static byte[] file(Quiz asked, Quiz before, List<Question> corrected) {
        List<String> keys = asked.questions().stream().map(Question::key).toList();
        if (!keys.equals(corrected.stream().map(Question::key).toList())) {
            throw new RuleViolation("assessment.regrade.other-questions");
        }
        for (int i = 0; i < corrected.size(); i++) {
            check(i + 1, asked.questions().get(i), before.questions().get(i), corrected.get(i));
        }
        Quiz after = before.with(corrected);
        if (QuizWriter.write(after).equals(QuizWriter.write(before))) {
            throw new RuleViolation("assessment.regrade.nothing-corrected");
        }
        if (corrected.stream().allMatch(question -> question.traits().award() == Award.NOBODY)) {
            throw new RuleViolation("assessment.regrade.nothing-counts");
        }
        return written(after);
    }

    private static void check(int number, Question asked, Question before, Question corrected) {
        if (!put(asked).equals(put(corrected))) {
            throw new RuleViolation("assessment.regrade.asked-otherwise", number);
        }
        if (before.keyed() && !corrected.keyed() && corrected.traits().award() == Award.BY_ANSWER) {
            throw new RuleViolation("assessment.regrade.unkeyed", number);
        }
        if (!Double.isFinite(corrected.points()) || corrected.points() <= 0) {
            throw new RuleViolation("assessment.regrade.points", number);
        }
        // Marks are points out of those, and would be worth another share of others.
        if (corrected.marked() && corrected.points() != asked.points() && corrected.points() != before.points()) {
            throw new RuleViolation("assessment.regrade.points.marked", number);
        }
    }

    /** It must be a quiz that an import would take, or nobody could read it again. */
    private static byte[] written(Quiz quiz) {
        byte[] content = QuizWriter.write(quiz).getBytes(StandardCharsets.UTF_8);
        FaultList faults = new FaultList();
        if (QuizReader.read(SourceFile.of("quiz.yaml", content), faults).isEmpty()) {
            ImportFault first = faults.faults().stream()
                    .filter(fault -> fault.severity() == FaultSeverity.ERROR)
                    .findFirst()
                    .orElseThrow();
            throw new RuleViolation(
                    "import." + first.code() + ".reason", first.arguments().toArray());
        }
        return content;
    }

    /** A question as it is put, with everything by which it is graded made alike. */
    private static Question put(Question question) {
        Traits traits = new Traits(
                question.traits().skills(),
                question.traits().tags(),
                question.traits().difficulty(),
                null,
                question.traits().bank());
        String key = question.key();
        String stem = question.stem();
        return switch (question) {
            case SingleChoice one -> new SingleChoice(key, stem, 1, traits, "", options(one.options()));
            case MultipleChoice several -> new MultipleChoice(key, stem, 1, traits, "", options(several.options()));
            case TrueFalse _ -> new TrueFalse(key, stem, 1, traits, "", null, Feedback.NONE);
            case Numeric number ->
                new Numeric(key, stem, 1, traits, "", null, Tolerance.NONE, number.units(), Feedback.NONE);
            case ShortText _ -> new ShortText(key, stem, 1, traits, "", List.of(), false, Feedback.NONE);
            case Matching matching ->
                new Matching(
                        key,
                        stem,
                        1,
                        traits,
                        "",
                        matching.prompts().stream()
                                .map(prompt -> new Prompt(prompt.key(), prompt.text(), null))
                                .toList(),
                        matching.options(),
                        Feedback.NONE);
            case Ordering ordering ->
                new Ordering(key, stem, 1, traits, "", inAnyOrder(ordering.options()), Feedback.NONE);
            case Cloze cloze ->
                new Cloze(
                        key,
                        stem,
                        1,
                        traits,
                        "",
                        cloze.gaps().stream().map(gap -> (Gap) put(gap)).toList());
            case Hotspot spot ->
                new Hotspot(
                        key,
                        stem,
                        1,
                        traits,
                        "",
                        spot.picture(),
                        spot.among(),
                        spot.marks(),
                        areas(spot),
                        Feedback.NONE);
            case Essay essay -> new Essay(key, stem, 1, traits, "", essay.words(), essay.rubric());
            case CodeQuestion code ->
                new CodeQuestion(
                        key, stem, 1, traits, "", code.starter(), "", List.of(), code.limits(), code.packages());
            case FileUpload upload -> new FileUpload(key, stem, 1, traits, "", upload.files(), upload.rubric());
            case Formula formula ->
                new Formula(
                        key,
                        stem,
                        1,
                        traits,
                        "",
                        formula.variables(),
                        "",
                        Tolerance.NONE,
                        formula.units(),
                        Feedback.NONE);
        };
    }

    private static List<Option> options(List<Option> options) {
        return options.stream()
                .map(option -> new Option(option.key(), option.text(), false, ""))
                .toList();
    }

    /** Areas are seen where one chooses among them; else they are the key. */
    private static List<Area> areas(Hotspot spot) {
        return spot.among()
                ? spot.areas().stream()
                        .map(area -> new Area(area.key(), area.shape(), area.at(), area.label(), false, ""))
                        .toList()
                : List.of();
    }

    private static List<Offer> inAnyOrder(List<Offer> options) {
        List<Offer> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparing(Offer::key));
        return sorted;
    }
}
