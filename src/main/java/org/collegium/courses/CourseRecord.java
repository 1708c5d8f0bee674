package org.collegium.courses;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/** The course aggregate: whose it is, what it is called, what of it is published. */
@Entity(name = "Course")
@Table(name = "course")
class CourseRecord {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CourseId id;

    @Version
    private @Nullable Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private PartnerId partner;

    private String courseKey;
    private String title;
    private String language;
    private @Nullable String variantOf;

    @Enumerated(EnumType.STRING)
    private CourseState state = CourseState.DRAFT;

    private @Nullable UUID publishedVersion;
    private @Nullable Integer publishedNumber;
    private @Nullable String publishedHash;
    private Instant createdAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected CourseRecord() {}

    @SuppressWarnings("NullAway.Init")
    static CourseRecord begin(PartnerId partner, CourseMetadata metadata, Instant now) {
        CourseRecord course = new CourseRecord();
        course.id = CourseId.next();
        course.partner = partner;
        course.courseKey = metadata.key();
        course.createdAt = now;
        course.describe(metadata, now);
        return course;
    }

    /** Takes over what a changed draft says, as long as learners see nothing else. */
    void drafted(CourseMetadata metadata, Instant now) {
        if (publishedVersion == null) {
            describe(metadata, now);
        } else {
            changedAt = now;
        }
    }

    /** Notes a new version, which is also what brings a retired course back. */
    void published(CourseVersionId published, int number, CourseManifest manifest, Instant now) {
        publishedVersion = published.value();
        publishedNumber = number;
        publishedHash = manifest.hash();
        state = CourseState.PUBLISHED;
        describe(manifest.metadata(), now);
    }

    void retire(Instant now) {
        state = CourseState.RETIRED;
        changedAt = now;
    }

    void reopen(Instant now) {
        state = CourseState.PUBLISHED;
        changedAt = now;
    }

    private void describe(CourseMetadata metadata, Instant now) {
        title = metadata.title();
        language = metadata.language();
        variantOf = metadata.variantOf();
        changedAt = now;
    }

    CourseReference reference() {
        return new CourseReference(
                id,
                partner,
                courseKey,
                title,
                language,
                variantOf,
                state,
                publishedVersion == null ? null : new CourseVersionId(publishedVersion));
    }

    CourseId id() {
        return id;
    }

    PartnerId partner() {
        return partner;
    }

    String key() {
        return courseKey;
    }

    CourseState state() {
        return state;
    }

    boolean everPublished() {
        return publishedVersion != null;
    }

    int nextNumber() {
        return publishedNumber == null ? 1 : publishedNumber + 1;
    }

    boolean publishedAs(String hash) {
        return hash.equals(publishedHash);
    }
}
