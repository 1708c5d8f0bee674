package org.collegium.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Bulk issues and what became of each part, as they lie in the database. */
@Repository
class BulkRows {

    private static final int AT_ONCE = 500;

    private static final String PROGRESS = """
            SELECT issuing.id, issuing.begun_at, issuing.finished_at, issuing.dry, COUNT(item.learner_id) total,
                COALESCE(SUM(item.outcome = 'ISSUED'), 0) issued, COALESCE(SUM(item.outcome = 'REFUSED'), 0) refused,
                COALESCE(SUM(item.outcome = 'ALREADY'), 0) already, COALESCE(SUM(item.outcome = 'READY'), 0) ready,
                issuing.rule IS NOT NULL tried,
                COALESCE(SUM(item.outcome = 'READY' AND NOT item.earned_before), 0) gains,
                COALESCE(SUM(item.outcome = 'REFUSED' AND item.earned_before), 0) loses
            FROM issuing LEFT JOIN issuing_item item ON item.issuing_id = issuing.id
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    BulkRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param dry whether it looks only */
    void begin(UUID id, @Nullable AccountId by, Instant at, boolean dry) {
        begin(id, by, at, dry, null);
    }

    /** @param rule what is tried, as it is kept; null for what holds */
    void begin(UUID id, @Nullable AccountId by, Instant at, boolean dry, @Nullable String rule) {
        database.sql("""
                        INSERT INTO issuing (id, begun_by, begun_at, total, dry, rule)
                        VALUES (:id, :by, :at, 0, :dry, :rule)
                        """)
                .param("dry", dry)
                .param("rule", rule)
                .param("id", id.toString())
                .param("by", by == null ? null : by.toString())
                .param("at", Rows.stored(at))
                .update();
    }

    void add(UUID id, Collection<DueCertificate.Key> keys) {
        for (DueCertificate.Key key : keys) {
            database.sql("""
                            INSERT IGNORE INTO issuing_item (issuing_id, learner_id, course_id, run_id, learner_name,
                                course_title)
                            SELECT :id, :learner, :course, :run, COALESCE(MAX(learner_name), ''),
                                COALESCE(MAX(course_title), '')
                            FROM due_certificate WHERE learner_id = :learner AND course_id = :course
                            """)
                    .param("id", id.toString())
                    .param("learner", key.learner().toString())
                    .param("course", key.course().toString())
                    .param("run", key.run().toString())
                    .update();
        }
    }

    void addAll(UUID id, CertificateFilter filter) {
        DueRows.bound(
                        database.sql(
                                "INSERT INTO issuing_item (issuing_id, learner_id, course_id, run_id, learner_name,"
                                        + " course_title) SELECT :id, learner_id, course_id, run_id, learner_name, course_title "
                                        + DueRows.MATCHING),
                        filter)
                .param("id", id.toString())
                .update();
    }

    /** One query for each five hundred of them. */
    void addByHand(UUID id, List<Award> awards) {
        for (int from = 0; from < awards.size(); from += AT_ONCE) {
            List<Award> part = awards.subList(from, Math.min(awards.size(), from + AT_ONCE));
            List<@Nullable Object> values = new ArrayList<>();
            part.forEach(award -> values.addAll(List.of(
                    id.toString(),
                    award.learner().toString(),
                    award.course().toString(),
                    award.run().toString(),
                    award.learnerName(),
                    award.courseTitle(),
                    award.reason())));
            database.sql("INSERT IGNORE INTO issuing_item (issuing_id, learner_id, course_id, run_id, learner_name,"
                            + " course_title, by_hand) VALUES "
                            + String.join(", ", Collections.nCopies(part.size(), "(?, ?, ?, ?, ?, ?, ?)")))
                    .params(values)
                    .update();
        }
    }

    /** Takes over those whom a trial found ready. */
    void addReady(UUID id, UUID trial) {
        database.sql("""
                        INSERT INTO issuing_item (issuing_id, learner_id, course_id, run_id, learner_name, course_title)
                        SELECT :id, learner_id, course_id, run_id, learner_name, course_title FROM issuing_item
                        WHERE issuing_id = :trial AND outcome = 'READY'
                        """)
                .param("id", id.toString())
                .param("trial", trial.toString())
                .update();
    }

    /** Takes the total from the parts. Returns it. */
    int settle(UUID id) {
        database.sql("""
                        UPDATE issuing SET total = (SELECT COUNT(*) FROM issuing_item WHERE issuing_id = :id)
                        WHERE id = :id
                        """).param("id", id.toString()).update();
        return database.sql("SELECT total FROM issuing WHERE id = :id")
                .param("id", id.toString())
                .query(Integer.class)
                .single();
    }

    /**
     * A part whose turn has not come.
     *
     * @param byHand why it is given without being earned here; null when it has to be
     */
    record Part(DueCertificate.Key key, @Nullable String byHand) {}

    /** What is open, in order, after one. */
    List<Part> open(UUID id, DueCertificate.@Nullable Key after, int limit) {
        return database.sql("""
                        SELECT learner_id, run_id, course_id, by_hand FROM issuing_item
                        WHERE issuing_id = :id AND outcome IS NULL
                            AND (:learner IS NULL OR (learner_id, course_id) > (:learner, :course))
                        ORDER BY learner_id, course_id LIMIT :limit
                        """)
                .param("id", id.toString())
                .param("learner", after == null ? null : after.learner().toString())
                .param("course", after == null ? null : after.course().toString())
                .param("limit", limit)
                .query((row, number) -> new Part(
                        new DueCertificate.Key(
                                new AccountId(Rows.id(row, "learner_id")),
                                new CourseRunId(Rows.id(row, "run_id")),
                                new CourseId(Rows.id(row, "course_id"))),
                        row.getString("by_hand")))
                .list();
    }

    /** Keeps what became of a part; where two were at it, what the first says stays. */
    void settle(UUID id, DueCertificate.Key key, IssuingOutcome outcome, List<Missing> missing) {
        database.sql("""
                        UPDATE issuing_item SET outcome = :outcome, missing = :missing
                        WHERE issuing_id = :id AND learner_id = :learner AND course_id = :course AND outcome IS NULL
                        """)
                .param("outcome", outcome.name())
                .param(
                        "missing",
                        missing.isEmpty()
                                ? null
                                : json.writeValueAsString(missing.stream()
                                        .map(IssuingItem.Reason::of)
                                        .toList()))
                .param("id", id.toString())
                .param("learner", key.learner().toString())
                .param("course", key.course().toString())
                .update();
    }

    /** @param outcome null for all */
    List<IssuingItem> items(UUID id, @Nullable IssuingOutcome outcome, PageRequest page) {
        return database.sql("""
                        SELECT learner_id, learner_name, course_title, outcome, missing, earned_before, by_hand
                        FROM issuing_item
                        WHERE issuing_id = :id AND (:outcome IS NULL OR outcome = :outcome)
                        ORDER BY learner_name, learner_id, course_id LIMIT :limit OFFSET :offset
                        """)
                .param("id", id.toString())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(this::item)
                .list();
    }

    private IssuingItem item(ResultSet row, int number) throws SQLException {
        String missing = row.getString("missing");
        Optional<IssuingOutcome> outcome =
                Optional.ofNullable(row.getString("outcome")).map(IssuingOutcome::valueOf);
        boolean before = row.getBoolean("earned_before");
        boolean tried = !row.wasNull();
        return new IssuingItem(
                new AccountId(Rows.id(row, "learner_id")),
                row.getString("learner_name"),
                row.getString("course_title"),
                outcome,
                missing == null ? List.of() : List.of(json.readValue(missing, IssuingItem.Reason[].class)),
                tried ? IssuingItem.Change.of(before, outcome) : IssuingItem.Change.NONE,
                row.getString("by_hand"));
    }

    boolean dry(UUID id) {
        return database.sql("SELECT dry FROM issuing WHERE id = :id")
                .param("id", id.toString())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void finish(UUID id, Instant at) {
        database.sql("UPDATE issuing SET finished_at = :at WHERE id = :id AND finished_at IS NULL")
                .param("at", Rows.stored(at))
                .param("id", id.toString())
                .update();
    }

    Optional<AccountId> begunBy(UUID id) {
        return database.sql("SELECT begun_by FROM issuing WHERE id = :id AND begun_by IS NOT NULL")
                .param("id", id.toString())
                .query((row, number) -> new AccountId(Rows.id(row, "begun_by")))
                .optional();
    }

    Optional<IssuingProgress> progress(UUID id) {
        return read(database.sql(PROGRESS + " WHERE issuing.id = :id GROUP BY issuing.id")
                .param("id", id.toString()));
    }

    /** The last one that a person began. */
    Optional<IssuingProgress> lastOf(AccountId person) {
        return read(database.sql(PROGRESS
                        + " WHERE issuing.id = (SELECT id FROM issuing WHERE begun_by = :person"
                        + " ORDER BY begun_at DESC, id DESC LIMIT 1) GROUP BY issuing.id")
                .param("person", person.toString()));
    }

    void forget(AccountId person) {
        database.sql("DELETE FROM issuing_item WHERE learner_id = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE issuing SET begun_by = NULL WHERE begun_by = :person")
                .param("person", person.toString())
                .update();
    }

    private static Optional<IssuingProgress> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new IssuingProgress(
                        Rows.id(row, "id"),
                        Rows.time(row, "begun_at"),
                        row.getInt("total"),
                        row.getInt("issued"),
                        row.getInt("refused"),
                        row.getInt("already"),
                        row.getInt("ready"),
                        row.getBoolean("dry"),
                        row.getBoolean("tried")
                                ? Optional.of(new IssuingProgress.Effect(row.getInt("gains"), row.getInt("loses")))
                                : Optional.empty(),
                        Optional.ofNullable(Rows.timeOrNull(row, "finished_at"))))
                .optional();
    }
}
