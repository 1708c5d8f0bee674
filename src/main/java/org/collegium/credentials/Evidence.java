package org.collegium.credentials;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate rests on.
 *
 * @param units units that were asked for and completed
 * @param quizzes of them quizzes
 * @param meanScore over the required quizzes, 0 to 1; null without quizzes
 * @param hours estimated effort of the course
 * @param skills titles of the skills that the course names
 * @param outcomes what the course says one is able to do
 * @param byHand why it was given although the course was not completed on the platform; null when it was
 * @param asked what the rule asked for, in words; null where that was all required units, with or without a mean
 * @param identified whether a registrar had seen who the holder is, and the rule asked for it
 */
public record Evidence(
        int units,
        int quizzes,
        @Nullable Double meanScore,
        double hours,
        List<String> skills,
        List<String> outcomes,
        @Nullable String byHand,
        @Nullable String asked,
        boolean identified) {

    public Evidence(
            int units,
            int quizzes,
            @Nullable Double meanScore,
            double hours,
            List<String> skills,
            List<String> outcomes) {
        this(units, quizzes, meanScore, hours, skills, outcomes, null, null, false);
    }

    public Evidence {
        skills = List.copyOf(skills);
        outcomes = List.copyOf(outcomes);
    }

    /** The same with what the rule asked for. */
    Evidence asking(@Nullable String words) {
        return new Evidence(units, quizzes, meanScore, hours, skills, outcomes, byHand, words, identified);
    }

    /** The mean score as it is shown, rounded down to whole percent; 0 without quizzes. */
    public double shownScore() {
        return meanScore == null ? 0 : EarningRules.shown(meanScore);
    }
}
