package org.collegium.learning;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/** Names the progress of one learner in one run. */
@Embeddable
record ProgressId(UUID learnerId, UUID runId) implements Serializable {

    static ProgressId of(AccountId learner, CourseRunId run) {
        return new ProgressId(learner.value(), run.value());
    }
}
