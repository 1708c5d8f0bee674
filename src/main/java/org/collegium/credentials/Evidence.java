package org.collegium.credentials;

import java.util.List;
import org.collegium.shared.Percents;
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
 * @param rule what names the rule ({@code EarningRule.name}); null where it asked for what the file of the course asks for, in
 *     certificates of programmes, and in those that were issued before rules had names
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
        boolean identified,
        @Nullable String rule) {

    public Evidence(
            int units,
            int quizzes,
            @Nullable Double meanScore,
            double hours,
            List<String> skills,
            List<String> outcomes) {
        this(units, quizzes, meanScore, hours, skills, outcomes, null, null, false, null);
    }

    public Evidence {
        skills = List.copyOf(skills);
        outcomes = List.copyOf(outcomes);
    }

    /** The same with what the rule asked for, and what names it. */
    Evidence asking(@Nullable String words, @Nullable String name) {
        return new Evidence(units, quizzes, meanScore, hours, skills, outcomes, byHand, words, identified, name);
    }

    /** The mean score as it is said; 0 without quizzes. */
    public double shownScore() {
        return meanScore == null ? 0 : Percents.shown(meanScore);
    }
}
