package org.collegium.demonstration.generation;

import java.util.List;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Question;

/** Answers that invented learners give to questions whose values are drawn. */
public final class SampleAnswers {

    private SampleAnswers() {}

    /** An answer that gets all points; where a person marks, one that gets what that person gives. */
    public static Answer right(Question question) {
        return switch (question) {
            case Question.SingleChoice choice -> chosen(choice.options(), true);
            case Question.MultipleChoice choice -> chosen(choice.options(), true);
            case Question.TrueFalse statement -> Answer.of(String.valueOf(statement.answer()));
            case Question.Numeric number ->
                Answer.of(number.answer() + " " + number.units().base());
            case Question.ShortText text ->
                Answer.of(text.accept().stream()
                        .filter(Accepted::example)
                        .findFirst()
                        .orElseThrow()
                        .text());
            case Question.Matching matching ->
                new Answer(matching.prompts().stream()
                        .map(prompt -> String.valueOf(prompt.answer()))
                        .toList());
            case Question.Ordering ordering -> new Answer(keys(ordering));
            case Question.Cloze cloze ->
                new Answer(cloze.gaps().stream().map(gap -> right(gap).text()).toList());
            case Question.Essay essay ->
                Answer.of("A text about: " + essay.stem().strip());
            case Question.Formula formula -> throw new IllegalArgumentException("Not drawn: " + formula.key());
        };
    }

    /** An answer that gets none. */
    public static Answer wrong(Question question) {
        return switch (question) {
            case Question.SingleChoice choice ->
                Answer.of(chosen(choice.options(), false).values().getFirst());
            case Question.MultipleChoice choice -> chosen(choice.options(), false);
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
            case Question.Essay _ -> Answer.NONE;
            case Question.Formula formula -> throw new IllegalArgumentException("Not drawn: " + formula.key());
        };
    }

    private static List<String> keys(Question.Ordering ordering) {
        return ordering.options().stream().map(Question.Offer::key).toList();
    }

    private static Answer chosen(List<Question.Option> options, boolean correct) {
        return new Answer(options.stream()
                .filter(option -> option.correct() == correct)
                .map(Question.Option::key)
                .toList());
    }
}
