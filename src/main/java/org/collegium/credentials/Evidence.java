package org.collegium.credentials;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate rests on.
 *
 * @param units required units that were completed
 * @param quizzes of them quizzes
 * @param meanScore over the required quizzes, 0 to 1; null without quizzes
 * @param hours estimated effort of the course
 * @param skills titles of the skills that the course names
 * @param outcomes what the course says one is able to do
 * @param byHand why it was given although the course was not completed on the platform; null when it was
 */
public record Evidence(
        int units,
        int quizzes,
        @Nullable Double meanScore,
        double hours,
        List<String> skills,
        List<String> outcomes,
        @Nullable String byHand) {

    public Evidence(
            int units,
            int quizzes,
            @Nullable Double meanScore,
            double hours,
            List<String> skills,
            List<String> outcomes) {
        this(units, quizzes, meanScore, hours, skills, outcomes, null);
    }

    public Evidence {
        skills = List.copyOf(skills);
        outcomes = List.copyOf(outcomes);
    }

    /** The mean score as it is shown, rounded down to whole percent; 0 without quizzes. */
    public double shownScore() {
        return meanScore == null ? 0 : EarningRules.shown(meanScore);
    }
}
