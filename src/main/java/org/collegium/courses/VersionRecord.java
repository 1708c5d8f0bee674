package org.collegium.courses;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.hibernate.Length;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A published version; it is written once and never changed. */
@Entity(name = "Version")
@Table(name = "course_version")
@Immutable
class VersionRecord implements Persistable<CourseVersionId> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CourseVersionId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "course_id"))
    private CourseId course;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private PartnerId partner;

    private int number;

    @Column(length = Length.LONG32)
    private String manifest;

    private String manifestHash;
    private @Nullable String courseFile;

    @Embedded
    private @Nullable SourceOrigin origin;

    private @Nullable Boolean originEdited;
    private Instant publishedAt;
    private @Nullable UUID publishedBy;

    @Column(length = Length.LONG32)
    private @Nullable String notes;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected VersionRecord() {}

    @SuppressWarnings("NullAway.Init")
    static VersionRecord of(
            CourseRecord course,
            DraftRecord draft,
            Instant now,
            @Nullable AccountId publishedBy,
            VersionNotes notes) {
        CourseManifest manifest = draft.manifest();
        VersionRecord version = new VersionRecord();
        version.id = CourseVersionId.next();
        version.course = course.id();
        version.partner = course.partner();
        version.number = course.nextNumber();
        version.manifest = manifest.json();
        version.manifestHash = manifest.hash();
        version.courseFile = draft.courseFile();
        version.origin = draft.origin();
        version.originEdited = draft.origin() == null ? null : draft.edited();
        version.publishedAt = now;
        version.publishedBy = publishedBy == null ? null : publishedBy.value();
        version.notes = notes.isEmpty() ? null : notes.markdown();
        return version;
    }

    /** The content of the {@code course.yaml} that the last import before it brought, null where that is not known. */
    @Nullable
    String courseFile() {
        return courseFile;
    }

    CourseVersion seen() {
        return new CourseVersion(id, course, partner, number, CourseManifest.parse(manifest), publishedAt);
    }

    @Override
    public CourseVersionId getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void nowStored() {
        stored = true;
    }
}
