package org.collegium.assessment.peer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Review;
import org.collegium.assessment.Reviewing;
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
    private final PeerReviewRows reviews;
    private final Reviewing results;

    PersonsPeerReviews(JdbcClient jdbc, PeerReviewRows reviews, Reviewing results) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.results = results;
    }

    @Override
    public String name() {
        return "peerReviews";
    }

    @Override
    public Set<String> tables() {
        return Set.of("peer_task", "peer_example", "peer_text", "peer_review");
    }

    /** Of what others said no more goes out than the learner may read: nothing before the marks are given. */
    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        List<Text> texts = texts(account);
        return new Parts(
                written(account),
                texts.stream().flatMap(text -> received(text).stream()).toList(),
                texts.stream().map(Text::line).toList(),
                jdbc.sql("select id from peer_task where changed_by = ? order by id")
                        .param(account.value())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                jdbc.sql("select text from peer_example where made_by = ? order by id")
                        .param(account.value())
                        .query(String.class)
                        .list());
    }

    private List<Written> written(AccountId account) {
        return jdbc.sql("""
                        select task.run_id, task.unit_key, task.question_key, review.levels, review.points, review.comment,
                            review.given_at
                        from peer_review review join peer_task task on task.id = review.task_id
                        where review.reviewer_id = ? order by review.id
                        """)
                .param(account.value())
                .query((row, number) -> new Written(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Double.class),
                        row.getString(6),
                        PeerTaskRows.time(row, 7)))
                .list();
    }

    private List<Text> texts(AccountId account) {
        return jdbc.sql("""
                        select text.id, task.run_id, task.unit_key, task.question_key, text.share, task.phase, text.attempt_id
                        from peer_text text join peer_task task on task.id = text.task_id
                        where text.learner_id = ? order by text.id
                        """)
                .param(account.value())
                .query((row, number) -> new Text(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, Double.class),
                        PeerPhase.valueOf(row.getString(6)) == PeerPhase.DONE
                                ? results.shown(account, new AttemptId(row.getObject(7, UUID.class)))
                                : Review.Shown.NOTHING))
                .list();
    }

    private List<Received> received(Text text) {
        return text.shown().feedback()
                ? reviews.ofText(text.id()).stream()
                        .map(row -> row.said().shown(text.shown()))
                        .map(said -> new Received(
                                text.run(), text.unit(), text.question(), said.levels(), said.points(), said.comment()))
                        .toList()
                : List.of();
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
            List<Written> written,
            List<Received> received,
            List<TookPart> tookPart,
            List<UUID> led,
            List<String> examples) {}

    /** An answer that takes part, and what is shown of what came of it. */
    private record Text(
            UUID id,
            UUID run,
            String unit,
            String question,
            @Nullable Double share,
            Review.Shown shown) {

        TookPart line() {
            return new TookPart(run, unit, question, shown.score() ? share : null);
        }
    }

    private record TookPart(
            UUID run,
            String unit,
            String question,
            @Nullable Double share) {}

    private record Written(
            UUID run,
            String unit,
            String question,
            String levels,
            @Nullable Double points,
            String comment,
            @Nullable Instant given) {}

    private record Received(
            UUID run,
            String unit,
            String question,
            Map<String, String> levels,
            @Nullable Double points,
            String comment) {}
}
