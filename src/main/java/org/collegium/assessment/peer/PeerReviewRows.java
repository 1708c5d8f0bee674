package org.collegium.assessment.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reviews, given and to be given. */
@Component
class PeerReviewRows {

    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> LEVELS = new TypeReference<>() {};

    private static final String SELECT = """
            select review.id, review.task_id, review.reviewer_id, review.text_id, review.example_id, review.number,
                review.levels, review.points, review.comment, review.saved_at, review.given_at, text.learner_id
            from peer_review review left join peer_text text on text.id = review.text_id
            """;

    private final JdbcClient jdbc;

    PeerReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A review.
     *
     * @param reviewer null when their account is gone
     * @param text null for an example
     * @param author of the text
     */
    record Row(
            UUID id,
            UUID task,
            @Nullable UUID reviewer,
            @Nullable UUID text,
            @Nullable UUID example,
            int number,
            PeerReviewData said,
            boolean saved,
            boolean given,
            @Nullable UUID author) {

        PeerReviewKind kind() {
            return example != null
                    ? PeerReviewKind.EXAMPLE
                    : reviewer != null && reviewer.equals(author) ? PeerReviewKind.SELF : PeerReviewKind.PEER;
        }

        PeerTodo todo() {
            return new PeerTodo(id, kind(), number, saved, given);
        }
    }

    /** A review that is to be given. */
    record New(UUID reviewer, @Nullable UUID text, @Nullable UUID example, int number) {}

    void add(UUID task, List<New> reviews) {
        for (int from = 0; from < reviews.size(); from += AT_ONCE) {
            List<New> some = reviews.subList(from, Math.min(from + AT_ONCE, reviews.size()));
            List<@Nullable Object> values = new ArrayList<>();
            for (New review : some) {
                values.add(Uuids.next());
                values.add(task);
                values.add(review.reviewer());
                values.add(review.text());
                values.add(review.example());
                values.add(review.number());
            }
            jdbc.sql(
                            "insert into peer_review (id, task_id, reviewer_id, text_id, example_id, number, levels, comment) values "
                                    + String.join(
                                            ", ", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?, ?, '{}', '')")))
                    .params(values)
                    .update();
        }
    }

    /** All of a task, those of each reviewer in their order. */
    List<Row> of(UUID task) {
        return jdbc.sql(SELECT + " where review.task_id = ? order by review.reviewer_id, review.number")
                .param(task)
                .query(PeerReviewRows::row)
                .list();
    }

    List<Row> of(UUID task, AccountId reviewer) {
        return jdbc.sql(SELECT + " where review.task_id = ? and review.reviewer_id = ? order by review.number")
                .params(task, reviewer.value())
                .query(PeerReviewRows::row)
                .list();
    }

    /** Those of a text that were handed in, by others. */
    List<Row> ofText(UUID text) {
        return jdbc.sql(SELECT + """
                         where review.text_id = ? and review.given_at is not null
                            and (review.reviewer_id is null or review.reviewer_id <> text.learner_id)
                        order by review.id
                        """).param(text).query(PeerReviewRows::row).list();
    }

    /** Those of some texts that were handed in. */
    List<Row> ofTexts(Collection<UUID> texts) {
        return texts.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + " where review.text_id in (:texts) and review.given_at is not null order by review.id")
                        .param("texts", texts)
                        .query(PeerReviewRows::row)
                        .list();
    }

    /** What some reviewers said of the examples. */
    List<Row> ofExamples(UUID task, Collection<UUID> reviewers) {
        return reviewers.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                                 where review.task_id = :task and review.reviewer_id in (:reviewers)
                                    and review.example_id is not null and review.given_at is not null
                                """)
                        .param("task", task)
                        .param("reviewers", reviewers)
                        .query(PeerReviewRows::row)
                        .list();
    }

    /** Holds the review until the transaction ends. */
    Optional<Row> held(UUID id, AccountId reviewer) {
        return jdbc.sql(SELECT + " where review.id = ? and review.reviewer_id = ? for update")
                .params(id, reviewer.value())
                .query(PeerReviewRows::row)
                .optional();
    }

    Optional<Row> one(UUID id, AccountId reviewer) {
        return jdbc.sql(SELECT + " where review.id = ? and review.reviewer_id = ?")
                .params(id, reviewer.value())
                .query(PeerReviewRows::row)
                .optional();
    }

    void save(UUID id, PeerReviewData said, boolean given, Instant at) {
        jdbc.sql("""
                        update peer_review set levels = :levels, points = :points, comment = :comment, saved_at = :at,
                            given_at = if(:given, :at, given_at) where id = :id
                        """)
                .param("levels", levels(said.levels()))
                .param("points", said.points())
                .param("comment", said.comment())
                .param("at", at)
                .param("given", given)
                .param("id", id)
                .update();
    }

    static String levels(Map<String, String> levels) {
        return JSON.writeValueAsString(levels);
    }

    static Map<String, String> levels(String json) {
        return JSON.readValue(json, LEVELS);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getInt(6),
                new PeerReviewData(levels(row.getString(7)), row.getObject(8, Double.class), row.getString(9)),
                PeerTaskRows.time(row, 10) != null,
                PeerTaskRows.time(row, 11) != null,
                row.getObject(12, UUID.class));
    }
}
