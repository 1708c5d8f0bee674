package org.collegium.courses.review;

import java.util.List;
import java.util.Optional;
import org.collegium.content.RenderedText;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.FrozenCourses;
import org.collegium.identity.Access;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.source.SourceFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews as those see them whom they concern, with what was submitted. For others there is nothing. */
@Service
public class Reviews {

    private static final String MAY = "@access.mayAnywhere('" + CoursesPermissions.REVIEW + "')";

    private final ReviewRows rows;
    private final ReviewListQuery query;
    private final ReviewSight sight;
    private final CourseVersions versions;
    private final FrozenCourses frozen;
    private final Partners partners;
    private final Access access;

    Reviews(
            ReviewRows rows,
            ReviewListQuery query,
            ReviewSight sight,
            CourseVersions versions,
            FrozenCourses frozen,
            Partners partners,
            Access access) {
        this.rows = rows;
        this.query = query;
        this.sight = sight;
        this.versions = versions;
        this.frozen = frozen;
        this.partners = partners;
        this.access = access;
    }

    /** Reviews that concern the current person, the latest first; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<ReviewListed> list(ReviewFilter filter, PageRequest page) {
        return query.list(reader(), filter, page);
    }

    /** How many {@link #list} has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(ReviewFilter filter) {
        return query.count(reader(), filter);
    }

    private ReviewListQuery.Reader reader() {
        return new ReviewListQuery.Reader(
                sight.person(), access.may(CoursesPermissions.EDIT), access.partners(CoursesPermissions.EDIT));
    }

    /** A review, empty when there is none for the current person; at most ten queries, however long it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<CourseReview> find(ReviewId id) {
        return sight.seen(id).map(review -> {
            List<ReviewStage> stages = rows.stages(id);
            return new CourseReview(
                    id,
                    review.course(),
                    review.partner(),
                    partners.find(review.partner())
                            .map(partner -> partner.data().name())
                            .orElse(""),
                    rows.manifest(id, review.round())
                            .map(manifest -> manifest.metadata().title())
                            .orElse(""),
                    review.state(),
                    review.round(),
                    review.stage(),
                    review.changedAt(),
                    stages,
                    rows.rounds(id),
                    rows.decisions(id),
                    sight.standing(review, stages),
                    sight.mayAnswer(review));
        });
    }

    /** What was submitted in a round; empty when there is no such round for the current person. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<CourseManifest> manifest(ReviewId id, int round) {
        return sight.seen(id).flatMap(review -> rows.manifest(id, round));
    }

    /**
     * The version that was the newest when a round was submitted, with which it is compared; empty when nothing was published then. What is
     * published afterwards, the round itself above all, does not change it.
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<CourseVersion> publishedBefore(ReviewId id, int round) {
        return sight.seen(id).flatMap(review -> rows.versionBefore(id, round)).flatMap(versions::find);
    }

    /** The text of a unit in a round, empty for what is no text. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<RenderedText> text(ReviewId id, int round, String unit) {
        return manifest(id, round).flatMap(manifest -> frozen.text(manifest, unit));
    }

    /** The file of a unit in a round, empty when there is none. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<SourceFile> file(ReviewId id, int round, String unit) {
        return manifest(id, round).flatMap(manifest -> frozen.file(manifest, unit));
    }

    /** The text of a unit in the {@linkplain #publishedBefore version before a round}, empty for what is no text. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<RenderedText> publishedText(ReviewId id, int round, String unit) {
        return publishedBefore(id, round).flatMap(version -> frozen.text(version.manifest(), unit));
    }

    /** The file of a unit in the {@linkplain #publishedBefore version before a round}, empty when there is none. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<SourceFile> publishedFile(ReviewId id, int round, String unit) {
        return publishedBefore(id, round).flatMap(version -> frozen.file(version.manifest(), unit));
    }

    /** What was found in a round, what blocks first. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<DraftCheck> checks(ReviewId id, int round) {
        return manifest(id, round).map(frozen::checks).orElse(List.of());
    }
}
