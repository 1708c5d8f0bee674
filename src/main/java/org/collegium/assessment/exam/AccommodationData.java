package org.collegium.assessment.exam;

import java.io.Serializable;
import java.time.Instant;
import org.collegium.identity.AccountId;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What one learner is given in a run's quizzes beside what holds for everybody. It says at least one thing.
 *
 * @param unitKey of the quiz; empty for all quizzes of the run
 * @param extraPercent of the time limit, 0 to 400
 * @param extraMinutes beside that, 0 to 1,440
 * @param opens instead of the date for everybody; null for that one
 * @param closes instead of the date for everybody; null for that one
 * @param extraAttempts 0 to 100
 * @param reason that the learner reads too, 1 to 500 characters
 */
public record AccommodationData(
        AccountId learner,
        String unitKey,
        int extraPercent,
        int extraMinutes,
        @Nullable Instant opens,
        @Nullable Instant closes,
        int extraAttempts,
        String reason)
        implements Serializable {

    private static final int MOST_PERCENT = 400;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST_REASON = 500;

    public AccommodationData {
        reason = reason.strip();
        QuizSetting.dates(new Rules(), opens, closes)
                .that(
                        QuizSetting.isBetween(extraPercent, 0, MOST_PERCENT),
                        "assessment.given.percent.range",
                        extraPercent,
                        MOST_PERCENT)
                .that(
                        QuizSetting.isBetween(extraMinutes, 0, MOST_MINUTES),
                        "assessment.given.minutes.range",
                        extraMinutes,
                        MOST_MINUTES)
                .that(
                        QuizSetting.isBetween(extraAttempts, 0, MOST_ATTEMPTS),
                        "assessment.given.attempts.range",
                        extraAttempts,
                        MOST_ATTEMPTS)
                .that(
                        !reason.isEmpty() && reason.length() <= LONGEST_REASON,
                        "assessment.given.reason.length",
                        reason.length(),
                        LONGEST_REASON)
                .that(
                        extraPercent != 0 || extraMinutes != 0 || extraAttempts != 0 || opens != null || closes != null,
                        "assessment.given.percent.nothing")
                .hold();
    }

    /** The same for somebody else. */
    public AccommodationData of(AccountId other) {
        return new AccommodationData(other, unitKey, extraPercent, extraMinutes, opens, closes, extraAttempts, reason);
    }

    public boolean forAllQuizzes() {
        return unitKey.isEmpty();
    }
}
