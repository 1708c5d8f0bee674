package org.collegium.assessment.peer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.HeldResults;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of peer reviews: what they wrote of others and what others wrote of them, both without the others'
 * names, and what they set as staff. What was written of them goes with the account; what they handed in of others stays without their name,
 * for it is part of the others' marks.
 */
@Component
class PersonsPeerReviews implements PersonalDataExport {

    private final JdbcClient jdbc;
    private final HeldResults held;

    PersonsPeerReviews(JdbcClient jdbc, HeldResults held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    @Override
    public String name() {
        return "peerReviews";
    }

    @Override
    public Set<String> tables() {
        return Set.of("peer_task", "peer_example", "peer_text", "peer_review");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                said("where review.reviewer_id = ?", account),
                said("where text.learner_id = ? and review.given_at is not null", account).stream()
                        .filter(said -> !held.now(said.run(), said.unit()))
                        .toList(),
                jdbc.sql("""
                                select task.run_id, task.unit_key, task.question_key, text.share from peer_text text
                                join peer_task task on task.id = text.task_id where text.learner_id = ? order by text.id
                                """)
                        .param(account.value())
                        .query((row, number) -> new TookPart(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                held.now(row.getObject(1, UUID.class), row.getString(2))
                                        ? null
                                        : row.getObject(4, Double.class)))
                        .list(),
                jdbc.sql("select id from peer_task where changed_by = ? order by id")
                        .param(account.value())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                jdbc.sql("select text from peer_example where made_by = ? order by id")
                        .param(account.value())
                        .query(String.class)
                        .list());
    }

    private List<Said> said(String where, AccountId account) {
        return jdbc.sql("""
                        select task.run_id, task.unit_key, task.question_key, review.levels, review.points, review.comment,
                            review.given_at
                        from peer_review review join peer_task task on task.id = review.task_id
                        left join peer_text text on text.id = review.text_id
                        """ + where + " order by review.id")
                .param(account.value())
                .query((row, number) -> new Said(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Double.class),
                        row.getString(6),
                        PeerTaskRows.time(row, 7)))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "delete from peer_text where learner_id = ?",
                "delete from peer_review where reviewer_id = ? and given_at is null",
                "delete from peer_review where reviewer_id = ? and example_id is not null",
                "update peer_review set reviewer_id = null where reviewer_id = ?",
                "update peer_task set changed_by = null where changed_by = ?",
                "update peer_example set made_by = null where made_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
    }

    private record Parts(
            List<Said> written, List<Said> received, List<TookPart> tookPart, List<UUID> led, List<String> examples) {}

    private record TookPart(
            UUID run,
            String unit,
            String question,
            @Nullable Double share) {}

    private record Said(
            UUID run,
            String unit,
            String question,
            String levels,
            @Nullable Double points,
            String comment,
            @Nullable Instant given) {}
}
