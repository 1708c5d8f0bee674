package org.collegium.demonstration.generation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Rows that wait to be written, by table; parents stand before their children, and all constraints hold. */
final class Tables {

    private static final int ROWS_A_STATEMENT = 400;

    /** In the order in which they are written. */
    private static final Map<String, String> COLUMNS = columns();

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final Map<String, List<@Nullable Object[]>> waiting = new LinkedHashMap<>();
    private long written;

    Tables(JdbcTemplate database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
        COLUMNS.keySet().forEach(table -> waiting.put(table, new ArrayList<>()));
    }

    /** The tables that are written, parents first. */
    static List<String> names() {
        return List.copyOf(COLUMNS.keySet());
    }

    void add(String table, @Nullable Object... values) {
        Objects.requireNonNull(waiting.get(table)).add(values);
    }

    /** Writes what waits, in one transaction. */
    void write() {
        transactions.executeWithoutResult(status -> waiting.forEach(this::write));
        waiting.values().forEach(List::clear);
    }

    long written() {
        return written;
    }

    private void write(String table, List<@Nullable Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            List<@Nullable Object[]> slice = rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT));
            List<@Nullable Object> values = new ArrayList<>();
            for (@Nullable Object[] row : slice) {
                for (Object value : row) {
                    values.add(value instanceof Instant time ? LocalDateTime.ofInstant(time, ZoneOffset.UTC) : value);
                }
            }
            String row = "(" + String.join(",", Collections.nCopies(slice.getFirst().length, "?")) + ")";
            database.update(
                    "INSERT INTO " + table + " (" + COLUMNS.get(table) + ") VALUES "
                            + String.join(",", Collections.nCopies(slice.size(), row)),
                    values.toArray());
            written += slice.size();
        }
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(
                "account", "id, version, email, name, locale, password_hash, created_at, confirmed_at, rights_epoch");
        columns.put("account_role", "account_id, role");
        columns.put(
                "partner",
                "id, version, slug, name, short_name, kind, country, homepage, brand_colour, description, admitted_at");
        columns.put("partner_staff", "partner_id, account_id, role");
        columns.put(
                "course",
                "id, version, partner_id, course_key, title, language, state, published_version, published_number,"
                        + " published_hash, created_at, changed_at");
        columns.put(
                "course_version",
                "id, course_id, partner_id, number, manifest, manifest_hash, published_at, published_by");
        columns.put(
                "course_run",
                "id, version, course_id, partner_id, version_id, title, opens_at, self_enrolment, created_at");
        columns.put("served_file", "sha256, course_id, media_type, everybody");
        columns.put("catalogue_entry", "course_id, revision, listed, data");
        columns.put("enrolment", "id, version, learner_id, run_id, course_id, state, source, joined_at, withdrawn_at");
        columns.put("run_seats", "run_id, version, taken");
        columns.put("learning_event", "id, learner_id, run_id, unit_key, kind, occasion, score, passed, at");
        columns.put(
                "course_progress", "learner_id, run_id, version, done, total, stuck, last_activity_at, completed_at");
        columns.put(
                "unit_progress",
                "learner_id, run_id, unit_key, opened_at, completed_at, completed_by, score, scored_at, failures, last_at");
        columns.put("resume_point", "learner_id, run_id, unit_key, place, at");
        columns.put(
                "quiz_attempt",
                "id, version, learner_id, run_id, unit_key, quiz_sha256, number, state, seed, started_at, submitted_at,"
                        + " points, score, passed");
        columns.put("quiz_answer", "attempt_id, question_key, answer, sequence, saved_at");
        columns.put(
                "certificate",
                "id, version, code, learner_id, learner_name, run_id, course_id, course_title, course_version,"
                        + " partner_id, partner_name, partner_colour, language, evidence, issued_at, revoked_at,"
                        + " revoked_reason, live");
        columns.put(
                "due_certificate",
                "learner_id, course_id, run_id, partner_id, learner_name, course_title, partner_name, units, quizzes,"
                        + " mean_score, since");
        return columns;
    }
}
