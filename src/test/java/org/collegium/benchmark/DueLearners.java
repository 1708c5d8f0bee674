package org.collegium.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.collegium.browser.BuiltApplication;

/** Learners who have done all that somebody has done who is due for a certificate, and what became of them. */
final class DueLearners implements AutoCloseable {

    private static final String COPIES = "bulk-%@learners.example.org";

    private final Connection connection;

    DueLearners(BuiltApplication application) throws SQLException {
        connection = Measured.connection(application);
    }

    /** Makes so many of them. */
    void add(String course, int count) throws SQLException {
        change("""
                CREATE TEMPORARY TABLE model AS SELECT d.learner_id, d.course_id, d.run_id FROM due_certificate d
                JOIN course c ON c.id = d.course_id WHERE c.course_key = '%s' ORDER BY d.since, d.learner_id LIMIT 1
                """.formatted(course));
        change("""
                CREATE TEMPORARY TABLE copy (PRIMARY KEY (number)) AS
                SELECT seq number, UUID() id FROM seq_1_to_%d
                """.formatted(count));
        change("""
                INSERT INTO account (id, version, email, name, locale, password_hash, created_at, confirmed_at)
                SELECT copy.id, 0, CONCAT('bulk-', copy.number, '@learners.example.org'),
                    CONCAT('Learner Number ', copy.number), a.locale, a.password_hash, a.created_at, a.confirmed_at
                FROM copy JOIN model JOIN account a ON a.id = model.learner_id
                """);
        change("""
                INSERT INTO enrolment (id, version, learner_id, run_id, course_id, state, source, joined_at)
                SELECT UUID(), 0, copy.id, e.run_id, e.course_id, e.state, e.source, e.joined_at
                FROM copy JOIN model JOIN enrolment e ON e.learner_id = model.learner_id AND e.run_id = model.run_id
                """);
        change("""
                INSERT INTO learning_event (id, learner_id, run_id, unit_key, kind, occasion, score, passed, at)
                SELECT UUID(), copy.id, e.run_id, e.unit_key, e.kind, e.occasion, e.score, e.passed, e.at
                FROM copy JOIN model JOIN learning_event e
                    ON e.learner_id = model.learner_id AND e.run_id = model.run_id
                """);
        change("""
                INSERT INTO course_progress (learner_id, run_id, version, done, total, stuck, last_activity_at,
                    completed_at)
                SELECT copy.id, p.run_id, p.version, p.done, p.total, p.stuck, p.last_activity_at, p.completed_at
                FROM copy JOIN model JOIN course_progress p
                    ON p.learner_id = model.learner_id AND p.run_id = model.run_id
                """);
        change("""
                INSERT INTO unit_progress (learner_id, run_id, unit_key, opened_at, completed_at, completed_by, score,
                    scored_at, failures, last_at)
                SELECT copy.id, p.run_id, p.unit_key, p.opened_at, p.completed_at, p.completed_by, p.score,
                    p.scored_at, p.failures, p.last_at
                FROM copy JOIN model JOIN unit_progress p
                    ON p.learner_id = model.learner_id AND p.run_id = model.run_id
                """);
        change("""
                INSERT INTO due_certificate (learner_id, course_id, run_id, partner_id, learner_name, course_title,
                    partner_name, units, quizzes, mean_score, since)
                SELECT copy.id, d.course_id, d.run_id, d.partner_id, CONCAT('Learner Number ', copy.number),
                    d.course_title, d.partner_name, d.units, d.quizzes, d.mean_score, d.since
                FROM copy JOIN model JOIN due_certificate d
                    ON d.learner_id = model.learner_id AND d.course_id = model.course_id
                """);
    }

    /** Those who hold a certificate. */
    int certified() throws SQLException {
        return count("SELECT COUNT(DISTINCT c.learner_id)" + CERTIFICATES);
    }

    /** Certificates that they hold. */
    int certificates() throws SQLException {
        return count("SELECT COUNT(*)" + CERTIFICATES);
    }

    /** Certificates of theirs that are signed and have a place in a status list. */
    int signed() throws SQLException {
        return count("SELECT COUNT(*)" + CERTIFICATES
                + " AND c.id IN (SELECT certificate_id FROM certificate_credential)"
                + " AND c.id IN (SELECT certificate_id FROM certificate_status)");
    }

    /** Uses of keys that signed their certificates. */
    int signatures() throws SQLException {
        return count(
                "SELECT COUNT(*) FROM issuer_key_deed d WHERE d.deed = 'SIGNED_CERTIFICATE' AND d.subject IN (SELECT c.id"
                        + CERTIFICATES + ")");
    }

    /** Codes of their certificates. */
    List<String> codes() throws SQLException {
        List<String> codes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT c.code" + CERTIFICATES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    boolean finished() throws SQLException {
        return count("SELECT COUNT(*) FROM issuing WHERE finished_at IS NOT NULL AND total > 100") == 1;
    }

    private static final String CERTIFICATES =
            " FROM certificate c JOIN account a ON a.id = c.learner_id WHERE a.email LIKE '" + COPIES + "'";

    private int count(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
