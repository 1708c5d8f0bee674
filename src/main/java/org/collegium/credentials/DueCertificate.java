package org.collegium.credentials;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who seems to have earned a certificate.
 *
 * @param units required units completed
 * @param quizzes of them quizzes
 * @param meanScore over these quizzes, 0 to 1; null without quizzes
 */
public record DueCertificate(
        AccountId learner,
        CourseRunId run,
        CourseId course,
        PartnerId partner,
        String learnerName,
        String courseTitle,
        String partnerName,
        int units,
        int quizzes,
        @Nullable Double meanScore,
        Instant since) {

    /** What names it. */
    public Key key() {
        return new Key(learner, run, course);
    }

    /** Names what is due to whom. */
    public record Key(AccountId learner, CourseRunId run, CourseId course) {}
}
