package org.collegium.courses.derived;

import java.time.Clock;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Retirement;
import org.collegium.courses.Retirements;
import org.collegium.courses.VersionRetirement;
import org.collegium.courses.VersionRetirements;
import org.collegium.courses.WholeDrafts;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes courses from those of others, where the licence allows it, and remembers where they come from. */
@Service
public class DerivedCourses {

    private static final int LONGEST_CHANGES = 1000;

    private final DerivationRows rows;
    private final CourseVersions versions;
    private final VersionRetirements retirements;
    private final Retirements ofCourses;
    private final WholeDrafts drafts;
    private final Partners partners;
    private final Clock clock;

    DerivedCourses(
            DerivationRows rows,
            CourseVersions versions,
            VersionRetirements retirements,
            Retirements ofCourses,
            WholeDrafts drafts,
            Partners partners,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.retirements = retirements;
        this.ofCourses = ofCourses;
        this.drafts = drafts;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * Makes the draft of a course from the newest version of another. Quizzes and labs come with it where their partner
     * offers them, or it is the same partner.
     *
     * @param partner whose course it becomes
     * @throws RuleViolation when nothing is published, the licence does not allow it, or the partner has a course with this
     *     key
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    @Transactional
    public CourseId derive(PartnerId partner, CourseId upstream, DerivingData data) {
        CourseVersion version =
                versions.latest(upstream).orElseThrow(() -> new RuleViolation("courses.derive.nothing-published"));
        String licence = version.manifest().metadata().licence();
        boolean own = version.partner().equals(partner);
        Adaptation adaptation = Adaptation.under(licence);
        if (!own && !adaptation.allowed()) {
            throw new RuleViolation("courses.derive.licence." + adaptation, licence);
        }
        Partner owner = partners.find(partner).orElseThrow(() -> new RuleViolation("courses.derive.partner"));
        boolean assessed = own || rows.isOffered(upstream);
        CourseManifest open = OpenPart.of(version.manifest(), assessed);
        CourseId course = drafts.begin(
                partner,
                new CourseManifest(
                        OpenPart.adapted(
                                open.metadata(),
                                data.key(),
                                data.title(),
                                owner.data().slug().value()),
                        open.sections(),
                        open.files()));
        rows.add(course, upstream, version.id(), assessed, data.changes(), clock.instant());
        return course;
    }

    /** Where the course comes from, with what its staff may know; empty for one that was not made from another. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<Provenance> of(CourseId course) {
        return provenance(course);
    }

    /** Where a published course comes from, for everybody; empty for one that was not made from another. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Provenance> ofPublished(CourseVersionId version) {
        return versions.find(version).flatMap(found -> provenance(found.course()));
    }

    private Optional<Provenance> provenance(CourseId course) {
        return rows.find(course)
                .flatMap(row -> versions.find(row.taken())
                        .flatMap(upstream -> partners.find(upstream.partner())
                                .map(partner ->
                                        new Provenance(course, upstream, partner, row.changes(), row.takenAt()))));
    }

    /** The newest version of the course from which this one comes, when it is newer than what was taken in. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<CourseVersion> news(CourseId course) {
        return rows.find(course)
                .flatMap(row -> versions.latest(row.upstream())
                        .filter(newest -> !newest.id().equals(row.taken())));
    }

    /** What is announced of the version that was taken in, empty when nothing is; two queries. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<VersionRetirement> retirement(CourseId course) {
        return rows.find(course).flatMap(row -> retirements.of(row.taken()));
    }

    /** What is announced of the course from which this one comes, empty when nothing is; two queries. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<Retirement> upstreamRetirement(CourseId course) {
        return rows.find(course).flatMap(row -> ofCourses.of(row.upstream()));
    }

    /**
     * Says what was changed, for readers.
     *
     * @throws RuleViolation when it is longer than 1,000 characters
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void say(CourseId course, String changes) {
        if (changes.strip().length() > LONGEST_CHANGES) {
            throw new RuleViolation(
                    "courses.derive.changes.length", changes.strip().length());
        }
        rows.say(course, changes.strip());
    }

    /** Whether quizzes and labs would come with a course that the current person takes over. */
    @PreAuthorize("@access.mayAnywhere('" + CoursesPermissions.EDIT + "')")
    @Transactional(readOnly = true)
    public boolean comesWhole(CourseId upstream) {
        return rows.isOffered(upstream);
    }

    /** Whether others may take over the quizzes and labs of a course, with keys and solutions. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public boolean isOffered(CourseId course) {
        return rows.isOffered(course);
    }

    /** Lets others take over the quizzes and labs of a course, or no longer; what was taken over stays. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void offer(CourseId course, boolean offered) {
        rows.offer(course, offered, clock.instant());
    }
}
