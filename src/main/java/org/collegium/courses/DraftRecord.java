package org.collegium.courses;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** The draft aggregate: what the next version of a course will be, and what the last import brought. */
@Entity(name = "Draft")
@Table(name = "course_draft")
class DraftRecord {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "course_id"))
    private CourseId course;

    @Version
    private @Nullable Integer version;

    @Column(length = Length.LONG32)
    private String manifest;

    private String manifestHash;

    @Column(length = Length.LONG32)
    private String importedManifest;

    private String importedHash;

    @Column(length = Length.LONG32)
    private String importReport;

    private @Nullable String courseFile;

    @Embedded
    private @Nullable SourceOrigin origin;

    private int blocks;
    private Instant importedAt;
    private Instant updatedAt;
    private @Nullable UUID updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected DraftRecord() {}

    @SuppressWarnings("NullAway.Init")
    static DraftRecord of(CourseId course) {
        DraftRecord draft = new DraftRecord();
        draft.course = course;
        return draft;
    }

    /** Takes what an import brought; {@code next} is that with the edits that are kept. */
    void imported(CourseManifest brought, CourseManifest next, ImportReport report, Change change) {
        importedManifest = brought.json();
        importedHash = brought.hash();
        importReport = ReportJson.write(report);
        importedAt = change.at();
        edit(next, change);
    }

    void edit(CourseManifest next, Change change) {
        manifest = next.json();
        manifestHash = next.hash();
        blocks = change.blocks();
        updatedAt = change.at();
        updatedBy = change.by() == null ? null : change.by().value();
    }

    /** Notes the content of the {@code course.yaml} that an import brought, null where it brought none. */
    void describedBy(@Nullable String sha256) {
        courseFile = sha256;
    }

    @Nullable
    String courseFile() {
        return courseFile;
    }

    /** Notes the commit that an import brought, null where it brought none. */
    void from(@Nullable SourceOrigin commit) {
        origin = commit;
    }

    @Nullable
    SourceOrigin origin() {
        return origin;
    }

    boolean broughtBefore(CourseManifest manifestOfImport) {
        return importedHash.equals(manifestOfImport.hash());
    }

    boolean edited() {
        return !manifestHash.equals(importedHash);
    }

    int revision() {
        return version == null ? 0 : version;
    }

    CourseManifest manifest() {
        return CourseManifest.parse(manifest);
    }

    CourseManifest importedManifest() {
        return CourseManifest.parse(importedManifest);
    }

    String manifestHash() {
        return manifestHash;
    }

    ImportReport report() {
        return ReportJson.read(importReport);
    }

    Draft seen(CourseReference reference) {
        return new Draft(
                reference,
                revision(),
                manifest(),
                manifestHash,
                edited(),
                report(),
                importedAt,
                updatedAt,
                updatedBy == null ? null : new AccountId(updatedBy),
                origin);
    }

    /**
     * The circumstances of a change.
     *
     * @param blocks how much blocks publishing now
     * @param by null when the platform does it
     */
    record Change(Instant at, @Nullable AccountId by, int blocks) {}
}
