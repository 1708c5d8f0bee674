package org.collegium.learning;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A line of the event log. */
@Entity(name = "LearningEvent")
@Table(name = "learning_event")
@Immutable
class LearningEventRecord implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID learnerId;
    private UUID runId;
    private String unitKey;

    @Enumerated(EnumType.STRING)
    private LearningEventKind kind;

    private String occasion;
    private @Nullable Double score;
    private @Nullable Boolean passed;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected LearningEventRecord() {}

    LearningEventRecord(LearningEvent event) {
        id = Uuids.next();
        learnerId = event.learner().value();
        runId = event.run().value();
        unitKey = event.unitKey();
        kind = event.kind();
        occasion = event.occasion();
        score = event.score();
        passed = event.passed();
        at = event.at();
    }

    LearningEvent seen() {
        return new LearningEvent(
                new AccountId(learnerId), new CourseRunId(runId), unitKey, kind, occasion, score, passed, at);
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Always: the log only grows. */
    @Override
    public boolean isNew() {
        return true;
    }
}
