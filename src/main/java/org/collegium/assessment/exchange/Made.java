package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.util.List;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Area;
import org.collegium.assessment.FileLimits;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Picture;
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
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Units;
import org.collegium.assessment.Variable;
import org.collegium.assessment.WordLimits;
import org.collegium.assessment.exchange.Choices.Common;
import org.jspecify.annotations.Nullable;

/** Makes questions of what was read; what no format says is as usual. */
final class Made {

    private Made() {}

    static SingleChoice single(String key, Common all, List<Option> options) {
        return new SingleChoice(key, all.stem(), all.points(), all.traits(), all.explanation(), options);
    }

    static MultipleChoice multiple(String key, Common all, List<Option> options) {
        return new MultipleChoice(key, all.stem(), all.points(), all.traits(), all.explanation(), options);
    }

    static TrueFalse statement(String key, Common all, @Nullable Boolean answer, Feedback feedback) {
        return new TrueFalse(key, all.stem(), all.points(), all.traits(), all.explanation(), answer, feedback);
    }

    static Numeric number(
            String key, Common all, @Nullable BigDecimal answer, Tolerance tolerance, Units units, Feedback feedback) {
        return new Numeric(
                key, all.stem(), all.points(), all.traits(), all.explanation(), answer, tolerance, units, feedback);
    }

    static ShortText words(String key, Common all, List<Accepted> accept, boolean caseSensitive, Feedback feedback) {
        return new ShortText(
                key, all.stem(), all.points(), all.traits(), all.explanation(), accept, caseSensitive, feedback);
    }

    static Matching matching(String key, Common all, List<Prompt> prompts, List<Offer> options, Feedback feedback) {
        return new Matching(key, all.stem(), all.points(), all.traits(), all.explanation(), prompts, options, feedback);
    }

    static Ordering ordering(String key, Common all, List<Offer> options, Feedback feedback) {
        return new Ordering(key, all.stem(), all.points(), all.traits(), all.explanation(), options, feedback);
    }

    static Hotspot hotspot(
            String key, Common all, Picture picture, boolean among, int marks, List<Area> areas, Feedback feedback) {
        return new Hotspot(
                key, all.stem(), all.points(), all.traits(), all.explanation(), picture, among, marks, areas, feedback);
    }

    static Cloze cloze(String key, Common all, List<Gap> gaps) {
        return new Cloze(key, all.stem(), all.points(), all.traits(), all.explanation(), gaps);
    }

    static Essay essay(String key, Common all, WordLimits words) {
        return new Essay(key, all.stem(), all.points(), all.traits(), all.explanation(), words, Rubric.NONE);
    }

    static FileUpload files(String key, Common all, FileLimits files) {
        return new FileUpload(key, all.stem(), all.points(), all.traits(), all.explanation(), files, Rubric.NONE);
    }

    static Formula formula(
            String key,
            Common all,
            List<Variable> variables,
            String answer,
            Tolerance tolerance,
            Units units,
            Feedback feedback) {
        return new Formula(
                key,
                all.stem(),
                all.points(),
                all.traits(),
                all.explanation(),
                variables,
                answer,
                tolerance,
                units,
                feedback);
    }
}
