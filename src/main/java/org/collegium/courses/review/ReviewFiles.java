package org.collegium.courses.review;

import java.util.Optional;
import java.util.UUID;
import org.collegium.content.BlobGrant;
import org.collegium.content.BlobId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pictures and data that what was submitted shows, for those who see the review; the files of units themselves are never served. */
@Component
class ReviewFiles implements BlobGrant {

    private final JdbcClient jdbc;
    private final ReviewSight sight;
    private final Access access;

    ReviewFiles(JdbcClient jdbc, ReviewSight sight, Access access) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Granted> of(BlobId blob) {
        if (!access.signedIn() || !access.mayAnywhere(CoursesPermissions.REVIEW)) {
            return Optional.empty();
        }
        return jdbc
                .sql("select file.review_id, file.media_type from course_review_file file"
                        + " join course_review review on review.id = file.review_id where file.sha256 = ?"
                        + " order by review.changed_at desc limit 20")
                .param(blob.sha256())
                .query((row, number) -> new Noted(new ReviewId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .filter(file -> sight.seen(file.review()).isPresent())
                .findFirst()
                .map(file -> new Granted(file.mediaType(), false));
    }

    private record Noted(ReviewId review, String mediaType) {}
}
