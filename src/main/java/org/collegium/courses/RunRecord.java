package org.collegium.courses;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/** The run aggregate: when and how learners take a version. */
@Entity(name = "Run")
@Table(name = "course_run")
class RunRecord {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CourseRunId id;

    @Version
    private @Nullable Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "course_id"))
    private CourseId course;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private PartnerId partner;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "version_id"))
    private CourseVersionId versionId;

    private String title;
    private @Nullable Instant opensAt;
    private @Nullable Instant closesAt;
    private boolean selfEnrolment;
    private @Nullable Integer capacity;
    private @Nullable String language;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected RunRecord() {}

    @SuppressWarnings("NullAway.Init")
    static RunRecord of(CourseId course, PartnerId partner, CourseVersionId version, CourseRunData data, Instant now) {
        RunRecord run = new RunRecord();
        run.id = CourseRunId.next();
        run.course = course;
        run.partner = partner;
        run.versionId = version;
        run.createdAt = now;
        run.describe(data);
        return run;
    }

    void describe(CourseRunData data) {
        title = data.title();
        opensAt = data.opens();
        closesAt = data.closes();
        selfEnrolment = data.selfEnrolment();
        capacity = data.capacity();
        language = data.language();
    }

    void moveTo(CourseVersionId other) {
        versionId = other;
    }

    CourseRun seen() {
        return new CourseRun(
                id, course, versionId, partner, title, opensAt, closesAt, selfEnrolment, capacity, language);
    }

    CourseRunId id() {
        return id;
    }

    CourseId course() {
        return course;
    }
}
