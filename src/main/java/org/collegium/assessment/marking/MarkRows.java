package org.collegium.assessment.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptMarks;
import org.collegium.assessment.Mark;
import org.collegium.content.BlobId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that persons mark, and their marks, in the database. */
@Component
class MarkRows {

    private final JdbcClient jdbc;

    MarkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answer that is marked, with what it was asked by. */
    record Row(
            UUID id,
            AttemptId attempt,
            String questionKey,
            String unitKey,
            Instant submittedAt,
            MarkingState state,
            @Nullable Boolean secondWanted,
            @Nullable Double points,
            @Nullable UUID claimedBy,
            @Nullable Instant claimedUntil,
            String claimer,
            BlobId file,
            long seed,
            AccountId learnerId,
            String learner,
            Answer answer,
            @Nullable Instant cameLate) {

        /** Whether somebody else has it open. */
        boolean taken(AccountId marker, Instant now) {
            return claimedBy != null
                    && !claimedBy.equals(marker.value())
                    && claimedUntil != null
                    && claimedUntil.isAfter(now);
        }
    }

    /** An answer of a run, held until the transaction ends. */
    Optional<Row> held(UUID run, UUID id) {
        return jdbc.sql("select id from quiz_marking where id = ? and run_id = ? for update")
                .params(id, run)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .flatMap(this::row);
    }

    private Optional<Row> row(UUID id) {
        return jdbc.sql("""
                        select marking.id, marking.attempt_id, marking.question_key, marking.unit_key, marking.submitted_at,
                            marking.state, marking.second_wanted, marking.points, marking.claimed_by, marking.claimed_until,
                            coalesce(claimer.name, ''), attempt.quiz_sha256, attempt.seed, learner.id,
                            learner.name,
                            coalesce(answer.answer, '[]'), late.came_at
                        from quiz_marking marking
                        join quiz_attempt attempt on attempt.id = marking.attempt_id
                        join account learner on learner.id = attempt.learner_id
                        left join account claimer on claimer.id = marking.claimed_by
                        left join quiz_answer answer on answer.attempt_id = marking.attempt_id
                            and answer.question_key = marking.question_key
                        left join quiz_late_answer late on late.attempt_id = marking.attempt_id
                            and late.question_key = marking.question_key
                        where marking.id = ?
                        """).param(id).query(MarkRows::row).optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new AttemptId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Timestamp.class).toInstant(),
                MarkingState.valueOf(row.getString(6)),
                row.getObject(7) == null ? null : row.getBoolean(7),
                row.getObject(8) == null ? null : row.getDouble(8),
                row.getObject(9, UUID.class),
                time(row, 10),
                row.getString(11),
                new BlobId(row.getString(12)),
                row.getLong(13),
                new AccountId(row.getObject(14, UUID.class)),
                row.getString(15),
                Answer.read(row.getString(16)),
                time(row, 17));
    }

    static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getObject(column, Timestamp.class);
        return at == null ? null : at.toInstant();
    }

    /** Makes an answer somebody's for a while, and what they had open in the run before is anybody's again. */
    void claim(UUID run, UUID id, AccountId marker, Instant until) {
        jdbc.sql("update quiz_marking set claimed_by = ?, claimed_until = ? where id = ?")
                .params(marker.value(), until, id)
                .update();
        jdbc.sql("update quiz_marking set claimed_by = null, claimed_until = null"
                        + " where claimed_by = ? and run_id = ? and id <> ?")
                .params(marker.value(), run, id)
                .update();
    }

    void release(UUID run, AccountId marker) {
        jdbc.sql("update quiz_marking set claimed_by = null, claimed_until = null where claimed_by = ? and run_id = ?")
                .params(marker.value(), run)
                .update();
    }

    void settle(UUID id, MarkingRules.Outcome outcome, @Nullable Boolean secondWanted) {
        jdbc.sql("update quiz_marking set state = ?, points = ?, second_wanted = ? where id = ?")
                .param(outcome.state().name())
                .param(outcome.points())
                .param(secondWanted)
                .param(id)
                .update();
    }

    /** Has it seen to that the learner is told of an attempt that is marked, if they were not yet; or not, as long as it is null. */
    void tell(UUID id, @Nullable Instant at) {
        jdbc.sql("update quiz_marking set tell_at = ? where id = ? and told_at is null")
                .param(at)
                .param(id)
                .update();
    }

    /** All marks of an answer, in the order in which they were given. */
    List<GivenMark> marks(UUID marking) {
        return jdbc.sql("""
                        select mark.id, mark.part, mark.marker_id, coalesce(marker.name, ''), mark.points, mark.levels,
                            mark.comment, mark.reason, mark.given_at, mark.ended_at, mark.alone
                        from quiz_mark mark left join account marker on marker.id = mark.marker_id
                        where mark.marking_id = ? order by mark.given_at, mark.id
                        """)
                .param(marking)
                .query((row, number) -> {
                    UUID marker = row.getObject(3, UUID.class);
                    return new GivenMark(
                            row.getObject(1, UUID.class),
                            MarkPart.valueOf(row.getString(2)),
                            marker == null ? null : new AccountId(marker),
                            row.getString(4),
                            new Mark(row.getDouble(5), AttemptMarks.levels(row.getString(6)), row.getString(7)),
                            row.getString(8),
                            row.getObject(9, Timestamp.class).toInstant(),
                            time(row, 10),
                            row.getBoolean(11));
                })
                .list();
    }

    /** @param marker null for who is forgotten */
    void add(
            UUID marking,
            MarkPart part,
            @Nullable AccountId marker,
            Mark mark,
            String reason,
            boolean alone,
            Instant at) {
        jdbc.sql("""
                        insert into quiz_mark (id, marking_id, part, marker_id, points, levels, comment, reason, alone, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Uuids.next(), marking, part.name())
                .param(marker == null ? null : marker.value())
                .params(mark.points(), AttemptMarks.json(mark.levels()), mark.comment(), reason, alone, at)
                .update();
    }

    /** Ends the mark of a part that is in force, if there is one. */
    void end(UUID marking, MarkPart part, Instant at) {
        jdbc.sql("update quiz_mark set ended_at = ? where marking_id = ? and part = ? and ended_at is null")
                .params(at, marking, part.name())
                .update();
    }
}
