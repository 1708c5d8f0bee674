package org.collegium.demonstration.generation;

import java.util.List;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Area;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.RightAnswers;
import org.collegium.assessment.Spot;

/** Answers that invented learners give to questions whose values are drawn. */
public final class SampleAnswers {

    private SampleAnswers() {}

    /** An answer that gets all points; where a person marks, one that gets what that person gives. */
    public static Answer right(Question question) {
        return RightAnswers.to(question);
    }

    /** An answer that gets none. */
    public static Answer wrong(Question question) {
        return switch (question) {
            case Question.SingleChoice choice ->
                Answer.of(wrong(choice.options()).values().getFirst());
            case Question.MultipleChoice choice -> wrong(choice.options());
            case Question.TrueFalse statement -> Answer.of(String.valueOf(!Boolean.TRUE.equals(statement.answer())));
            case Question.Numeric number -> Answer.of("123456789");
            case Question.ShortText text -> Answer.of("I do not know");
            case Question.Matching matching ->
                new Answer(matching.prompts().stream()
                        .map(prompt -> matching.options().stream()
                                .map(Question.Offer::key)
                                .filter(key -> !key.equals(prompt.answer()))
                                .findFirst()
                                .orElse(""))
                        .toList());
            case Question.Ordering ordering -> new Answer(keys(ordering).reversed());
            case Question.Cloze cloze ->
                new Answer(cloze.gaps().stream().map(gap -> wrong(gap).text()).toList());
            case Hotspot hotspot -> wrong(hotspot);
            case Question.Essay _, CodeQuestion _, FileUpload _ -> Answer.NONE;
            case Question.Formula formula -> throw new IllegalArgumentException("Not drawn: " + formula.key());
        };
    }

    /** Another area, or a corner of the picture; nothing where all of it is right. */
    private static Answer wrong(Hotspot hotspot) {
        List<String> outside = hotspot.among()
                ? hotspot.areas().stream()
                        .filter(area -> !area.correct())
                        .map(Area::key)
                        .toList()
                : List.of("0,0", "1,0", "0,1", "1,1").stream()
                        .filter(corner -> Spot.read(corner).stream()
                                .noneMatch(spot -> hotspot.areas().stream()
                                        .anyMatch(area -> area.correct() && area.contains(spot))))
                        .toList();
        return outside.isEmpty() ? Answer.NONE : Answer.of(outside.getFirst());
    }

    private static List<String> keys(Question.Ordering ordering) {
        return ordering.options().stream().map(Question.Offer::key).toList();
    }

    private static Answer wrong(List<Question.Option> options) {
        return new Answer(options.stream()
                .filter(option -> !option.correct())
                .map(Question.Option::key)
                .toList());
    }
}
