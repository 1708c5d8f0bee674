package org.collegium.courses.review;

import java.util.List;
import org.collegium.courses.CourseVersionId;
import org.collegium.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who reviewed what is published, open to everybody: partners and bodies; people only by role, unless they agreed. */
@Service
public class VersionReviews {

    private final JdbcClient jdbc;

    VersionReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The approvals of a version in the order of its stages, none where it was not reviewed; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<VersionReview> of(CourseVersionId version) {
        return jdbc.sql("""
                        select stage.name, if(stage.body_id is null, stage.role, null),
                            if(decision.named, person.name, null), decision.decided_at
                        from course_review review
                        join course_review_decision decision on decision.review_id = review.id
                            and decision.round = review.round and decision.verdict = 'APPROVE'
                        join course_review_stage stage on stage.review_id = review.id and stage.place = decision.stage
                        left join account person on person.id = decision.decided_by
                        where review.version_id = ? and review.state = 'PUBLISHED'
                        order by decision.stage, decision.decided_at
                        """)
                .param(version.value())
                .query((row, number) -> new VersionReview(
                        row.getString(1),
                        row.getString(2) == null ? null : Role.valueOf(row.getString(2)),
                        row.getString(3),
                        ReviewRows.instant(row, 4)))
                .list();
    }
}
