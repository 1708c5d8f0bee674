package org.collegium.learning;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.collegium.courses.CourseRunId;

/** Where a learner stopped; written by {@link ResumePointRepository#remember} alone. */
@Entity(name = "ResumePoint")
@Table(name = "resume_point")
class ResumePointRecord {

    @EmbeddedId
    private ProgressId id;

    private String unitKey;
    private int place;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected ResumePointRecord() {}

    ResumePoint seen() {
        return new ResumePoint(new CourseRunId(id.runId()), unitKey, place, at);
    }
}
