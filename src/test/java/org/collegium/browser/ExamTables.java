package org.collegium.browser;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.collegium.browser.ExamTaker.Acknowledged;

/** An exam in the tables: who sits it, when it ends, and whether what is there is what was acknowledged. */
public final class ExamTables implements AutoCloseable {

    private final Connection connection;
    private final String unit;

    private ExamTables(Connection connection, String unit) {
        this.connection = connection;
        this.unit = unit;
    }

    public static ExamTables of(BuiltApplication application, String unit) throws IOException, SQLException {
        return new ExamTables(EmbeddedTables.connect(application), unit);
    }

    /** Opens accounts with the password of a learner who is there, and enrols them where that one is enrolled. */
    public List<String> enrol(String like, String course, int count) throws SQLException {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID account = UUID.randomUUID();
            String email = "exam-" + account + "@example.org";
            change("""
                    insert into account (id, version, email, name, locale, password_hash, created_at, confirmed_at)
                    select ?, 0, ?, 'Exam Taker', locale, password_hash, created_at, confirmed_at from account where email = ?
                    """, account, email, like);
            change("insert into account_role (account_id, role) values (?, 'LEARNER')", account);
            change("""
                    insert into account_consent (account_id, document, document_version, given_at)
                    select ?, document, document_version, given_at from account_consent c join account a on a.id = c.account_id
                    where a.email = ?""", account, like);
            change("""
                    insert into enrolment (id, version, learner_id, run_id, course_id, state, source, joined_at)
                    select ?, 0, ?, e.run_id, e.course_id, 'ACTIVE', e.source, e.joined_at from enrolment e
                    join account a on a.id = e.learner_id join course c on c.id = e.course_id
                    where a.email = ? and c.course_key = ?""", UUID.randomUUID(), account, like, course);
            emails.add(email);
        }
        return emails;
    }

    /** Gives the quiz a time limit in the run of these learners. */
    public void limit(String email, int minutes) throws SQLException {
        change("""
                insert into quiz_setting (run_id, unit_key, time_limit_minutes, attempts, changed_at)
                select e.run_id, ?, ?, 0, now(6) from enrolment e join account a on a.id = e.learner_id where a.email = ?
                on duplicate key update time_limit_minutes = values(time_limit_minutes)""", unit, minutes, email);
    }

    /** Takes the limit away again. */
    void unlimited(String email) throws SQLException {
        change("""
                delete s from quiz_setting s join enrolment e on e.run_id = s.run_id join account a on a.id = e.learner_id
                where s.unit_key = ? and a.email = ?""", unit, email);
    }

    /** Puts the clock of all who still sit forward, so that so much is left. */
    void leave(int seconds) throws SQLException {
        change("""
                update work_journal w join quiz_attempt q on q.id = w.subject_id
                set w.ends_at = w.ends_at - interval greatest(0, timestampdiff(microsecond, now(6), q.due_at) - ? * 1000000) microsecond
                where q.state = 'OPEN' and q.unit_key = ?""", seconds, unit);
        change("""
                update quiz_attempt set due_at = least(due_at, now(6) + interval ? second) where state = 'OPEN' and unit_key = ?
                """, seconds, unit);
    }

    /** How much code waits for its tests. */
    int untested() throws SQLException {
        return count("""
                select count(*) from quiz_code_result result join quiz_attempt attempt on attempt.id = result.attempt_id
                where result.state <> 'GRADED' and attempt.unit_key = ?""", unit);
    }

    int open() throws SQLException {
        return count(
                "select count(*) from quiz_attempt where state = 'OPEN' and unit_key = ? and due_at is not null", unit);
    }

    public int count(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What of a learner's acknowledged saves is lost, doubled, changed or does not count, in words; empty when all is well. */
    List<String> wrong(ExamTaker taker) throws SQLException {
        List<String> wrong = new ArrayList<>();
        String attempt = attempt(taker, wrong);
        Map<String, String> kept = new HashMap<>();
        Map<String, String> latest = new HashMap<>();
        Map<String, Long> reached = new HashMap<>();
        long revision = 0;
        try (PreparedStatement statement = prepare("""
                        select e.entry_key, e.field, e.content, e.revision from work_entry e join work_journal w on w.id = e.work_id
                        where w.subject_id = ? order by e.revision""", attempt);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                boolean next = rows.getLong(4) == ++revision || (taker.writesAtLength() && rows.getLong(4) > revision);
                if (!next) {
                    wrong.add(taker.email() + ": revision " + revision + " is missing");
                }
                revision = rows.getLong(4);
                String entry = rows.getString(2) + " " + rows.getString(3) + " " + rows.getLong(4);
                if (kept.put(rows.getString(1), entry) != null) {
                    wrong.add(taker.email() + ": kept twice: " + entry);
                }
                latest.put(rows.getString(2), rows.getString(3));
                reached.put(rows.getString(2), revision);
            }
        }
        for (Acknowledged save : taker.acknowledged()) {
            String entry = save.field() + " " + save.content() + " " + save.revision();
            boolean overtaken = taker.writesAtLength()
                    && !kept.containsKey(save.key().toString())
                    && reached.getOrDefault(save.field(), 0L) > save.revision();
            if (!overtaken && !entry.equals(kept.get(save.key().toString()))) {
                wrong.add(taker.email() + ": acknowledged " + entry + ", there is "
                        + kept.get(save.key().toString()));
            }
        }
        Map<String, String> counting = counting(attempt);
        String file = Objects.requireNonNullElse(counting.remove(taker.fileQuestion()), "");
        if (!file.contains(taker.handedIn())) {
            wrong.add(taker.email() + ": handed in " + taker.handedIn() + ", counted " + file);
        }
        if (!counting.equals(latest)) {
            wrong.add(taker.email() + ": saved last " + latest + ", counted " + counting);
        }
        wrong.addAll(waiting(taker, attempt, latest, !file.isEmpty()));
        wrong.addAll(tested(taker, attempt, latest));
        wrong.addAll(graded(taker, attempt, latest));
        return wrong;
    }

    /** Whoever waits for nobody has the points of what was saved last, by the file of the quiz; what is wrong costs nothing there. */
    private List<String> graded(ExamTaker taker, String attempt, Map<String, String> latest) throws SQLException {
        if (taker.writesAtLength() || !taker.fileQuestion().isEmpty()) {
            return List.of();
        }
        List<String> points =
                texts("select cast(round(points * 1000) as integer) from quiz_attempt where id = ?", attempt);
        String expected = String.valueOf(Math.round(taker.key().points(latest) * 1000));
        return points.equals(List.of(expected))
                ? List.of()
                : List.of(taker.email() + ": earned " + expected + " thousandths of a point, was given " + points);
    }

    /** What persons mark waits for them, once. */
    private List<String> waiting(ExamTaker taker, String attempt, Map<String, String> latest, boolean file)
            throws SQLException {
        Set<String> expected = new TreeSet<>(taker.essays());
        expected.retainAll(latest.keySet());
        if (file) {
            expected.add(taker.fileQuestion());
        }
        List<String> waits = texts(
                "select question_key from quiz_marking where attempt_id = ? and state = 'WAITING' order by 1", attempt);
        return waits.equals(List.copyOf(expected))
                ? List.of()
                : List.of(taker.email() + ": waits for marks of " + waits + " and not of " + expected);
    }

    /** Code was tried once, as it was saved last. */
    private List<String> tested(ExamTaker taker, String attempt, Map<String, String> latest) throws SQLException {
        List<String> expected = taker.programs().stream()
                .filter(latest::containsKey)
                .sorted()
                .map(key -> key + (latest.getOrDefault(key, "").contains("def accuracy") ? " 1.000" : " 0.000"))
                .toList();
        List<String> tested = texts(
                "select concat(question_key, ' ', round(share, 3)) from quiz_code_result where attempt_id = ? order by 1",
                attempt);
        return tested.equals(expected)
                ? List.of()
                : List.of(taker.email() + ": code was tried as " + tested + " and not " + expected);
    }

    private List<String> texts(String sql, Object... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private String attempt(ExamTaker taker, List<String> wrong) throws SQLException {
        Set<String> attempts = new HashSet<>();
        try (PreparedStatement statement = prepare("""
                        select q.id, q.state, q.score is not null or exists (select 1 from quiz_marking m
                            where m.attempt_id = q.id and m.state <> 'MARKED'), q.ended_by from quiz_attempt q join account a on a.id = q.learner_id
                        where a.email = ? and q.unit_key = ?""", taker.email(), unit);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                attempts.add(rows.getString(1));
                if (!"SUBMITTED".equals(rows.getString(2)) || !rows.getBoolean(3) || rows.getString(4) == null) {
                    wrong.add(taker.email() + ": is not graded");
                }
            }
        }
        if (attempts.size() != 1) {
            wrong.add(taker.email() + ": has " + attempts.size() + " attempts");
        }
        return attempts.stream().findFirst().orElse("");
    }

    private Map<String, String> counting(String attempt) throws SQLException {
        Map<String, String> counting = new HashMap<>();
        try (PreparedStatement statement =
                        prepare("select question_key, answer from quiz_answer where attempt_id = ?", attempt);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                counting.put(rows.getString(1), rows.getString(2));
            }
        }
        return counting;
    }

    private void change(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, String.valueOf(parameters[i]));
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
