package org.collegium.courses.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments and the answers to them. */
@Component
class CommentRows {

    private static final String FILTERED = """
             from course_review_comment remark where remark.review_id = :review and remark.answers is null
            and (:unit is null or remark.unit_key = :unit) and (:open = false or remark.resolved_at is null)
            """;

    private final JdbcClient jdbc;

    CommentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment as it is kept. */
    record Kept(
            UUID id,
            ReviewId review,
            @Nullable UUID answers,
            @Nullable UUID saidBy) {}

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select id, review_id, answers, said_by from course_review_comment where id = ?")
                .param(id)
                .query((row, number) -> new Kept(
                        row.getObject(1, UUID.class),
                        new ReviewId(row.getObject(2, UUID.class)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)))
                .optional();
    }

    void add(
            UUID id,
            ReviewId review,
            @Nullable UUID answers,
            int round,
            @Nullable Anchor anchor,
            String words,
            AccountId by,
            Instant now) {
        jdbc.sql("""
                        insert into course_review_comment (id, review_id, answers, round, unit_key, block, block_text, block_hash,
                            outdated, changed, words, said_by, said_at)
                        values (:id, :review, :answers, :round, :unit, :block, :text, :hash, false, false, :words, :by, :now)
                        """)
                .param("id", id)
                .param("review", review.value())
                .param("answers", answers)
                .param("round", round)
                .param("unit", anchor == null ? null : anchor.unit())
                .param("block", anchor == null ? null : anchor.block())
                .param("text", anchor == null ? null : anchor.text())
                .param("hash", anchor == null ? null : anchor.hash())
                .param("words", words)
                .param("by", by.value())
                .param("now", now)
                .update();
    }

    void resolve(UUID id, @Nullable AccountId by, @Nullable Instant at) {
        jdbc.sql("update course_review_comment set resolved_by = :by, resolved_at = :at where id = :id")
                .param("by", by == null ? null : by.value())
                .param("at", at)
                .param("id", id)
                .update();
    }

    /**
     * Comments with their answers, in the order in which they were made.
     *
     * @param unit key; null for all
     * @param author whether the reader may resolve all
     */
    List<ReviewComment> list(
            ReviewId review, @Nullable String unit, boolean open, AccountId reader, boolean author, PageRequest page) {
        List<Row> rows = jdbc.sql("select remark.id, remark.round, remark.unit_key, remark.block, remark.block_text,"
                        + " remark.outdated, remark.changed, remark.words,"
                        + " (select person.name from account person where person.id = remark.said_by), remark.said_at,"
                        + " remark.resolved_at is not null, remark.said_by" + FILTERED
                        + " order by remark.said_at, remark.id limit :limit offset :offset")
                .param("review", review.value())
                .param("unit", unit)
                .param("open", open)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(CommentRows::row)
                .list();
        Map<UUID, List<ReviewComment.Answer>> answers =
                answers(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.seen(
                        author || reader.value().equals(row.saidBy()), answers.getOrDefault(row.id(), List.of())))
                .toList();
    }

    int count(ReviewId review, @Nullable String unit, boolean open) {
        return jdbc.sql("select count(*)" + FILTERED)
                .param("review", review.value())
                .param("unit", unit)
                .param("open", open)
                .query(Integer.class)
                .single();
    }

    /** How many comments that nobody resolved each unit has, by its key. */
    Map<String, Integer> open(ReviewId review) {
        return jdbc
                .sql("select unit_key, count(*) from course_review_comment where review_id = ? and answers is null"
                        + " and unit_key is not null and resolved_at is null and outdated = false group by unit_key")
                .param(review.value())
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where all comments of a review stand, by their ids. */
    Map<UUID, Anchor> anchors(ReviewId review) {
        return jdbc
                .sql("select id, unit_key, block, block_text, block_hash, outdated, changed from course_review_comment"
                        + " where review_id = ? and answers is null and unit_key is not null")
                .param(review.value())
                .query((row, number) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new Anchor(
                                row.getString(2),
                                row.getObject(3, Integer.class),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6),
                                row.getBoolean(7))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void move(UUID id, Anchor to) {
        jdbc.sql("update course_review_comment set unit_key = :unit, block = :block, block_text = :text,"
                        + " block_hash = :hash, outdated = :outdated, changed = :changed where id = :id")
                .param("unit", to.unit())
                .param("block", to.block())
                .param("text", to.text())
                .param("hash", to.hash())
                .param("outdated", to.outdated())
                .param("changed", to.changed())
                .param("id", id)
                .update();
    }

    private Map<UUID, List<ReviewComment.Answer>> answers(List<UUID> to) {
        if (to.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select answer.answers, answer.words, person.name, answer.said_at"
                        + " from course_review_comment answer left join account person on person.id = answer.said_by"
                        + " where answer.answers in (:ids) order by answer.said_at, answer.id")
                .param("ids", to)
                .query((row, number) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new ReviewComment.Answer(row.getString(2), row.getString(3), ReviewRows.instant(row, 4))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getObject(4, Integer.class),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                ReviewRows.instant(row, 10),
                row.getBoolean(11),
                row.getObject(12, UUID.class));
    }

    private record Row(
            UUID id,
            int round,
            @Nullable String unit,
            @Nullable Integer block,
            @Nullable String blockText,
            boolean outdated,
            boolean changed,
            String words,
            @Nullable String by,
            Instant at,
            boolean resolved,
            @Nullable UUID saidBy) {

        ReviewComment seen(boolean mayResolve, List<ReviewComment.Answer> answers) {
            return new ReviewComment(
                    id, round, unit, block, blockText, outdated, changed, words, by, at, resolved, mayResolve, answers);
        }
    }
}
