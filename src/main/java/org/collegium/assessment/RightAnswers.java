package org.collegium.assessment;

import java.util.List;

/** The answers that keys call right. */
public final class RightAnswers {

    private RightAnswers() {}

    /**
     * An answer that gets all points of a question with a key; where a person marks, one that gets what that person gives.
     *
     * @throws IllegalArgumentException for a question whose values are not drawn yet
     */
    public static Answer to(Question question) {
        return switch (question) {
            case Question.SingleChoice choice -> chosen(choice.options());
            case Question.MultipleChoice choice -> chosen(choice.options());
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
            case Question.Ordering ordering ->
                new Answer(ordering.options().stream().map(Question.Offer::key).toList());
            case Question.Cloze cloze ->
                new Answer(cloze.gaps().stream().map(gap -> to(gap).text()).toList());
            case Hotspot hotspot ->
                new Answer(hotspot.areas().stream()
                        .filter(Area::correct)
                        .limit(hotspot.marks())
                        .map(area ->
                                hotspot.among() ? area.key() : area.middle().text())
                        .toList());
            case Question.Essay essay ->
                Answer.of("A text about: " + essay.stem().strip());
            case CodeQuestion code -> Answer.of(code.solution());
            case FileUpload _ ->
                Answer.of(new AnswerFile(null, "work.txt", 1, FileKind.TEXT, "text/plain", "", null).json());
            case Question.Formula formula -> throw new IllegalArgumentException("Not drawn: " + formula.key());
        };
    }

    private static Answer chosen(List<Question.Option> options) {
        return new Answer(options.stream()
                .filter(Question.Option::correct)
                .map(Question.Option::key)
                .toList());
    }
}
