package org.collegium.assessment.peer;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.GradingAgain;
import org.collegium.shared.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has what peers gave an answer be its mark, as if a marker had given it. What a person has marked stays. */
@Component
class PeerMarks {

    private final JdbcClient jdbc;
    private final GradingAgain grading;
    private final Clock clock;

    PeerMarks(JdbcClient jdbc, GradingAgain grading, Clock clock) {
        this.jdbc = jdbc;
        this.grading = grading;
        this.clock = clock;
    }

    /** Nobody is named as its marker. */
    @Transactional(propagation = Propagation.MANDATORY)
    void give(AttemptId attempt, String questionKey, double points) {
        Optional<UUID> waiting = jdbc.sql("""
                        select id from quiz_marking where attempt_id = ? and question_key = ? and state = 'WAITING' for update
                        """)
                .params(attempt.value(), questionKey)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        waiting.ifPresent(marking -> {
            jdbc.sql("""
                            insert into quiz_mark (id, marking_id, part, marker_id, points, levels, comment, reason, given_at)
                            values (?, ?, 'FIRST', null, ?, '{}', '', '', ?)
                            """).params(Uuids.next(), marking, points, clock.instant()).update();
            jdbc.sql("update quiz_marking set state = 'MARKED', points = ?, second_wanted = false where id = ?")
                    .params(points, marking)
                    .update();
            grading.grade(attempt);
        });
    }
}
