package org.collegium.assessment;

import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;

/** What may be another for a question beside its key, while it asks the same. */
public record Revision(double points, Award award, String explanation) {

    /** What a question says now. */
    public static Revision of(Question question) {
        return new Revision(question.points(), question.traits().award(), question.explanation());
    }

    /** The question so revised. */
    public Question apply(Question question) {
        Traits traits = question.traits().with(award);
        return switch (question) {
            case SingleChoice one ->
                new SingleChoice(one.key(), one.stem(), points, traits, explanation, one.options());
            case MultipleChoice several ->
                new MultipleChoice(several.key(), several.stem(), points, traits, explanation, several.options());
            case TrueFalse said ->
                new TrueFalse(said.key(), said.stem(), points, traits, explanation, said.answer(), said.feedback());
            case Numeric number ->
                new Numeric(
                        number.key(),
                        number.stem(),
                        points,
                        traits,
                        explanation,
                        number.answer(),
                        number.tolerance(),
                        number.units(),
                        number.feedback());
            case ShortText words ->
                new ShortText(
                        words.key(),
                        words.stem(),
                        points,
                        traits,
                        explanation,
                        words.accept(),
                        words.caseSensitive(),
                        words.feedback());
            case Matching matching ->
                new Matching(
                        matching.key(),
                        matching.stem(),
                        points,
                        traits,
                        explanation,
                        matching.prompts(),
                        matching.options(),
                        matching.feedback());
            case Ordering order ->
                new Ordering(order.key(), order.stem(), points, traits, explanation, order.options(), order.feedback());
            case Cloze cloze -> new Cloze(cloze.key(), cloze.stem(), points, traits, explanation, cloze.gaps());
            case Hotspot spot ->
                new Hotspot(
                        spot.key(),
                        spot.stem(),
                        points,
                        traits,
                        explanation,
                        spot.picture(),
                        spot.among(),
                        spot.marks(),
                        spot.areas(),
                        spot.feedback());
            case Essay essay ->
                new Essay(essay.key(), essay.stem(), points, traits, explanation, essay.words(), essay.rubric());
            case CodeQuestion code ->
                new CodeQuestion(
                        code.key(),
                        code.stem(),
                        points,
                        traits,
                        explanation,
                        code.starter(),
                        code.solution(),
                        code.tests(),
                        code.limits(),
                        code.packages());
            case FileUpload upload ->
                new FileUpload(
                        upload.key(), upload.stem(), points, traits, explanation, upload.files(), upload.rubric());
            case Formula formula ->
                new Formula(
                        formula.key(),
                        formula.stem(),
                        points,
                        traits,
                        explanation,
                        formula.variables(),
                        formula.answer(),
                        formula.tolerance(),
                        formula.units(),
                        formula.feedback());
        };
    }
}
