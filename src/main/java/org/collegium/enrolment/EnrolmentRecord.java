package org.collegium.enrolment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** The enrolment aggregate: one learner in one run, in or gone. */
@Entity(name = "Enrolment")
@Table(name = "enrolment")
class EnrolmentRecord {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EnrolmentId id;

    @Version
    private @Nullable Integer version;

    private UUID learnerId;
    private UUID runId;
    private UUID courseId;

    @Enumerated(EnumType.STRING)
    private EnrolmentState state;

    @Enumerated(EnumType.STRING)
    private EnrolmentSource source;

    private Instant joinedAt;
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected EnrolmentRecord() {}

    private EnrolmentRecord(AccountId learner, CourseRun run, EnrolmentSource source, Instant now) {
        this.id = EnrolmentId.next();
        this.learnerId = learner.value();
        this.runId = run.id().value();
        this.courseId = run.course().value();
        this.state = EnrolmentState.ACTIVE;
        this.source = source;
        this.joinedAt = now;
    }

    static EnrolmentRecord enrol(AccountId learner, CourseRun run, EnrolmentSource source, Instant now) {
        return new EnrolmentRecord(learner, run, source, now);
    }

    void joinAgain(EnrolmentSource by, Instant now) {
        state = EnrolmentState.ACTIVE;
        source = by;
        joinedAt = now;
        withdrawnAt = null;
    }

    void withdraw(Instant now) {
        state = EnrolmentState.WITHDRAWN;
        withdrawnAt = now;
    }

    boolean active() {
        return state == EnrolmentState.ACTIVE;
    }

    EnrolmentId id() {
        return id;
    }

    Enrolment seen() {
        return new Enrolment(
                id, new AccountId(learnerId), new CourseRunId(runId), new CourseId(courseId), state, source, joinedAt);
    }
}
