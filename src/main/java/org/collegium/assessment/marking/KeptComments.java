package org.collegium.assessment.marking;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.Access;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comments that markers keep to use them again, for themselves or for all markers of the partner. */
@Service
public class KeptComments {

    private static final String MAY = MarkingSettings.MAY;
    private static final int LONGEST = 2_000;

    /** The most that one marker keeps at a partner. */
    static final int MOST = 200;

    private final CourseRuns runs;
    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    KeptComments(CourseRuns runs, JdbcClient jdbc, Access access, Clock clock) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** Those that have a text within, the own ones first; at most twenty. Two queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<KeptComment> find(CourseRunId run, String text) {
        return jdbc.sql("""
                        select id, text, shared, marker_id = :me from quiz_kept_comment
                        where (marker_id = :me or shared) and partner_id = :partner
                            and locate(:text, text) > 0
                        order by marker_id = :me desc, text limit 20
                        """)
                .param("me", marker())
                .param("partner", partner(run))
                .param("text", text.strip())
                .query((row, number) -> new KeptComment(
                        row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), row.getBoolean(4)))
                .list();
    }

    /**
     * Keeps a comment; the same text is kept once.
     *
     * @throws RuleViolation when it is blank or too long, or this marker keeps as many as there may be
     */
    @PreAuthorize(MAY)
    @Transactional
    public void keep(CourseRunId run, String text, boolean shared) {
        String said = text.strip();
        UUID partner = partner(run);
        UUID me = marker();
        int kept = jdbc.sql(
                        "select count(*) from quiz_kept_comment where marker_id = ? and partner_id = ? and text <> ?")
                .params(me, partner, said)
                .query(Integer.class)
                .single();
        new Rules()
                .that(
                        !said.isEmpty() && said.length() <= LONGEST,
                        "assessment.marking.kept.length",
                        LONGEST,
                        said.length())
                .that(kept < MOST, "assessment.marking.kept.most", MOST)
                .hold();
        jdbc.sql("delete from quiz_kept_comment where marker_id = ? and partner_id = ? and text = ?")
                .params(me, partner, said)
                .update();
        jdbc.sql(
                        "insert into quiz_kept_comment (id, marker_id, partner_id, shared, text, kept_at) values (?, ?, ?, ?, ?, ?)")
                .params(Uuids.next(), me, partner, shared, said, clock.instant())
                .update();
    }

    /** Forgets one of the current person's own. */
    @PreAuthorize(MAY)
    @Transactional
    public void forget(CourseRunId run, UUID comment) {
        jdbc.sql("delete from quiz_kept_comment where id = ? and marker_id = ? and partner_id = ?")
                .params(comment, marker(), partner(run))
                .update();
    }

    private UUID partner(CourseRunId run) {
        return runs.find(run)
                .map(CourseRun::partner)
                .map(partner -> partner.value())
                .orElseThrow(() -> new AccessDeniedException("No such run"));
    }

    private UUID marker() {
        return access.account()
                .map(account -> account.value())
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }
}
