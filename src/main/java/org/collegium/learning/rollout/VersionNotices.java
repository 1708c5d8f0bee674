package org.collegium.learning.rollout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.UnitDifference;
import org.collegium.identity.AccountId;
import org.collegium.learning.rollout.Effect.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells learners in the player that their course has another version. */
@Service
public class VersionNotices {

    private static final String OWN = "@access.is(#learner)";

    private final JdbcClient jdbc;
    private final CourseVersions versions;
    private final Clock clock;

    VersionNotices(JdbcClient jdbc, CourseVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    private record Row(
            UUID rollOut,
            CourseVersionId from,
            CourseVersionId to,
            Instant at,
            Share before,
            Share after,
            boolean completed) {}

    /** The last move of their run that the learner has not put away, empty when there is none; one query, three more where there is one. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<VersionNotice> unread(AccountId learner, CourseRunId run) {
        return jdbc.sql("""
                        select learner.roll_out_id, moved.from_version, roll_out.version_id, learner.carried_at,
                            learner.before_done, learner.before_total, learner.after_done, learner.after_total,
                            learner.completed, learner.read_at is null
                        from roll_out_learner learner
                        join roll_out_run moved on moved.roll_out_id = learner.roll_out_id and moved.run_id = learner.run_id
                        join roll_out on roll_out.id = learner.roll_out_id
                        where learner.learner_id = ? and learner.run_id = ?
                        order by learner.carried_at desc, learner.roll_out_id desc limit 1
                        """)
                .params(learner.value(), run.value())
                .query((row, number) -> row.getBoolean(10)
                        ? Optional.of(new Row(
                                row.getObject(1, UUID.class),
                                new CourseVersionId(row.getObject(2, UUID.class)),
                                new CourseVersionId(row.getObject(3, UUID.class)),
                                RollOutRows.time(row, 4).orElseThrow(),
                                new Share(row.getInt(5), row.getInt(6)),
                                new Share(row.getInt(7), row.getInt(8)),
                                row.getBoolean(9)))
                        : Optional.<Row>empty())
                .optional()
                .flatMap(found -> found)
                .map(this::notice);
    }

    /** The learner has seen it. */
    @PreAuthorize(OWN)
    @Transactional
    public void putAway(AccountId learner, CourseRunId run) {
        jdbc.sql("update roll_out_learner set read_at = ? where learner_id = ? and run_id = ? and read_at is null")
                .params(clock.instant(), learner.value(), run.value())
                .update();
    }

    private VersionNotice notice(Row row) {
        CourseVersion from = versions.find(row.from()).orElseThrow();
        CourseVersion to = versions.find(row.to()).orElseThrow();
        return new VersionNotice(
                row.rollOut(),
                from.number(),
                to.number(),
                row.at(),
                row.before(),
                row.after(),
                row.completed(),
                UnitDifference.between(from.manifest(), to.manifest()),
                from.number() < to.number() ? versions.notes(to.course(), from.number(), to.number()) : List.of());
    }
}
