package org.collegium.demonstration.generation;

import java.util.List;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Question;

/** Answers that invented learners give. */
public final class SampleAnswers {

    private SampleAnswers() {}

    /** An answer that gets all points. */
    public static Answer right(Question question) {
        return switch (question) {
            case Question.SingleChoice choice -> chosen(choice.options(), true);
            case Question.MultipleChoice choice -> chosen(choice.options(), true);
            case Question.TrueFalse statement -> Answer.of(String.valueOf(statement.answer()));
            case Question.Numeric number -> Answer.of(String.valueOf(number.answer()));
            case Question.ShortText text -> Answer.of(text.accept().getFirst());
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
        };
    }

    private static Answer chosen(List<Question.Option> options, boolean correct) {
        return new Answer(options.stream()
                .filter(option -> option.correct() == correct)
                .map(Question.Option::key)
                .toList());
    }
}
