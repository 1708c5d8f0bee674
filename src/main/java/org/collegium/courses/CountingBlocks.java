package org.collegium.courses;

import java.util.List;
import java.util.UUID;
import org.collegium.activity.ReadinessChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts anew what keeps drafts from being published when their activities were tried or their units looked at. The draft itself has not changed, so its
 * revision stays, and nobody who is editing it is disturbed.
 */
@Component
class CountingBlocks {

    private final JdbcClient jdbc;
    private final DraftRepository drafts;
    private final DraftRules rules;

    CountingBlocks(JdbcClient jdbc, DraftRepository drafts, DraftRules rules) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.rules = rules;
    }

    @EventListener
    @Transactional
    void on(ReadinessChanged changed) {
        if (changed.contents().isEmpty()) {
            return;
        }
        List<CourseId> having = jdbc.sql("select distinct course_id from course_draft_file where sha256 in (:contents)")
                .param("contents", changed.contents())
                .query((row, number) -> new CourseId(row.getObject(1, UUID.class)))
                .list();
        having.forEach(this::count);
    }

    /** Counts for one course; part of a transaction. Whoever edited the draft meanwhile has counted what it is now. */
    void count(CourseId course) {
        drafts.findById(course)
                .ifPresent(draft -> jdbc.sql("update course_draft set blocks = ? where course_id = ? and version = ?")
                        .params(rules.blocks(draft.manifest(), draft.report()), course.value(), draft.revision())
                        .update());
    }
}
