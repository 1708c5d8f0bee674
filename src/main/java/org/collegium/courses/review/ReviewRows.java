package org.collegium.courses.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersionId;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews with their stages, rounds and decisions. */
@Component
class ReviewRows {

    private static final String HELD =
            "select id, course_id, partner_id, state, round, stage, submitted_by, changed_at from course_review";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReviewRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A review as it stands. */
    record Held(
            ReviewId id,
            CourseId course,
            PartnerId partner,
            ReviewState state,
            int round,
            int stage,
            @Nullable AccountId submittedBy,
            Instant changedAt) {}

    Optional<Held> find(ReviewId id) {
        return jdbc.sql(HELD + " where id = ?")
                .param(id.value())
                .query(ReviewRows::held)
                .optional();
    }

    /** The review, held until the transaction ends. */
    Optional<Held> hold(ReviewId id) {
        return jdbc.sql(HELD + " where id = ? for update")
                .param(id.value())
                .query(ReviewRows::held)
                .optional();
    }

    /** The review of a course that may still go on, held until the transaction ends. */
    Optional<Held> holdLive(CourseId course) {
        return jdbc.sql(HELD + " where course_id = ? and state in ('OPEN', 'CHANGES', 'APPROVED') for update")
                .param(course.value())
                .query(ReviewRows::held)
                .optional();
    }

    Optional<Held> live(CourseId course) {
        return jdbc.sql(HELD + " where course_id = ? and state in ('OPEN', 'CHANGES', 'APPROVED')")
                .param(course.value())
                .query(ReviewRows::held)
                .optional();
    }

    /** Makes others who would submit the same course wait until the transaction ends. */
    void hold(CourseId course) {
        jdbc.sql("select id from course where id = ? for update")
                .param(course.value())
                .query(UUID.class)
                .single();
    }

    void add(ReviewId id, CourseId course, PartnerId partner, List<ReviewStage> stages, AccountId by, Instant now) {
        jdbc.sql("""
                        insert into course_review (id, course_id, partner_id, state, round, stage, submitted_by, submitted_at,
                            changed_at, told_at) values (?, ?, ?, 'OPEN', 0, 0, ?, ?, ?, ?)
                        """)
                .params(id.value(), course.value(), partner.value(), by.value(), now, now, now)
                .update();
        batches.batchUpdate(
                "insert into course_review_stage (review_id, place, partner_id, body_id, role, name, quorum, voted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                stages.stream()
                        .map(stage -> new Object[] {
                            id.value(),
                            stage.place(),
                            stage.partner(),
                            stage.body(),
                            stage.role().name(),
                            stage.name(),
                            stage.quorum(),
                            stage.voted()
                        })
                        .toList());
    }

    /** Begins a round, at the first stage. */
    void submit(ReviewId id, int round, CourseManifest manifest, String note, AccountId by, Instant now) {
        String json = manifest.json();
        jdbc.sql("""
                        insert into course_review_round
                            (review_id, number, manifest, manifest_hash, note, submitted_by, submitted_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), round, json, manifest.hash(), note, by.value(), now)
                .update();
        jdbc.sql("""
                        update course_review set state = 'OPEN', round = ?, stage = 0, submitted_by = ?, submitted_at = ?,
                            changed_at = ? where id = ?
                        """).params(round, by.value(), now, now, id.value()).update();
        List<String> unitFiles = manifest.units().stream().map(CourseUnit::file).toList();
        batches.batchUpdate(
                "insert ignore into course_review_file (review_id, sha256, media_type) values (?, ?, ?)",
                manifest.files().values().stream()
                        .filter(file -> !unitFiles.contains(file.path()))
                        .map(file -> new Object[] {id.value(), file.sha256(), file.mediaType()})
                        .toList());
    }

    void move(ReviewId id, ReviewState state, int stage, Instant now) {
        jdbc.sql("update course_review set state = ?, stage = ?, changed_at = ? where id = ?")
                .params(state.name(), stage, now, id.value())
                .update();
    }

    void published(ReviewId id, UUID version, Instant now) {
        jdbc.sql("update course_review set state = 'PUBLISHED', version_id = ?, changed_at = ? where id = ?")
                .params(version, now, id.value())
                .update();
    }

    void decide(UUID id, Held review, ReviewVerdict verdict, String reason, boolean named, AccountId by, Instant now) {
        jdbc.sql("""
                        insert into course_review_decision
                            (id, review_id, round, stage, verdict, reason, named, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, review.id().value(), review.round(), review.stage(), verdict.name(), reason)
                .params(named, by.value(), now)
                .update();
    }

    List<ReviewStage> stages(ReviewId id) {
        return jdbc.sql("select place, partner_id, body_id, role, name, quorum, voted from course_review_stage"
                        + " where review_id = ? order by place")
                .param(id.value())
                .query((row, number) -> new ReviewStage(
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Role.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getInt(6),
                        row.getBoolean(7)))
                .list();
    }

    List<ReviewRound> rounds(ReviewId id) {
        return jdbc.sql("select round.number, round.manifest_hash, round.note, person.name, round.submitted_at"
                        + " from course_review_round round left join account person on person.id = round.submitted_by"
                        + " where round.review_id = ? order by round.number desc")
                .param(id.value())
                .query((row, number) -> new ReviewRound(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), instant(row, 5)))
                .list();
    }

    List<ReviewDecision> decisions(ReviewId id) {
        return jdbc.sql("select decision.round, decision.stage, decision.verdict, decision.reason, person.name,"
                        + " decision.decided_at from course_review_decision decision"
                        + " left join account person on person.id = decision.decided_by"
                        + " where decision.review_id = ? order by decision.decided_at desc, decision.id desc")
                .param(id.value())
                .query((row, number) -> new ReviewDecision(
                        row.getInt(1),
                        row.getInt(2),
                        ReviewVerdict.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        instant(row, 6)))
                .list();
    }

    List<ReviewVerdict> verdicts(Held review) {
        return jdbc.sql("select verdict from course_review_decision where review_id = ? and round = ? and stage = ?")
                .params(review.id().value(), review.round(), review.stage())
                .query((row, number) -> ReviewVerdict.valueOf(row.getString(1)))
                .list();
    }

    boolean hasDecided(Held review, AccountId person) {
        return jdbc.sql("select count(*) > 0 from course_review_decision"
                        + " where review_id = ? and round = ? and decided_by = ?")
                .params(review.id().value(), review.round(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** What the course was in a round; empty when there is no such round. */
    Optional<CourseManifest> manifest(ReviewId id, int round) {
        return jdbc.sql("select manifest from course_review_round where review_id = ? and number = ?")
                .params(id.value(), round)
                .query(String.class)
                .optional()
                .map(CourseManifest::parse);
    }

    /** The version that was the newest when a round was submitted; empty when there was none. */
    Optional<CourseVersionId> versionBefore(ReviewId id, int round) {
        return jdbc.sql("""
                        select version.id from course_review_round round
                        join course_review review on review.id = round.review_id
                        join course_version version on version.course_id = review.course_id
                            and version.published_at <= round.submitted_at
                            and (review.version_id is null or version.id <> review.version_id)
                        where round.review_id = ? and round.number = ? order by version.number desc limit 1
                        """)
                .params(id.value(), round)
                .query((row, number) -> new CourseVersionId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<String> hash(ReviewId id, int round) {
        return jdbc.sql("select manifest_hash from course_review_round where review_id = ? and number = ?")
                .params(id.value(), round)
                .query(String.class)
                .optional();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject(7, UUID.class);
        return new Held(
                new ReviewId(row.getObject(1, UUID.class)),
                new CourseId(row.getObject(2, UUID.class)),
                new PartnerId(row.getObject(3, UUID.class)),
                ReviewState.valueOf(row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                by == null ? null : new AccountId(by),
                instant(row, 8));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
