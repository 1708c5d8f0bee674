package org.collegium.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables and files of a running application as they are, seen past the application. */
final class EmbeddedTables implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("--port=(\\d+)");
    private static final Pattern HASH = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"");

    private final Connection connection;
    private final Path data;

    private EmbeddedTables(Connection connection, Path data) {
        this.connection = connection;
        this.data = data;
    }

    static EmbeddedTables of(BuiltApplication application) throws IOException, SQLException {
        return new EmbeddedTables(connect(application), application.data());
    }

    static Connection connect(BuiltApplication application) throws IOException, SQLException {
        String command = ProcessHandle.of(application.pid())
                .orElseThrow()
                .descendants()
                .flatMap(child -> child.info().commandLine().stream())
                .filter(line -> PORT.matcher(line).find())
                .findFirst()
                .orElseThrow();
        Matcher port = PORT.matcher(command);
        port.find();
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port.group(1) + "/collegium",
                "collegium",
                Files.readString(application.data().resolve("mariadb/password")).strip());
    }

    /** Everything that is there in part only, in words; empty when all is well. */
    List<String> halfThere() throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        found.addAll(strings("courses with neither draft nor version: ", """
                select c.course_key from course c left join course_draft d on d.course_id = c.id
                where d.course_id is null and c.published_version is null"""));
        found.addAll(strings("drafts without units: ", """
                select c.course_key from course_draft d join course c on c.id = d.course_id
                where json_length(d.manifest, '$.sections') = 0 or json_length(d.manifest, '$.files') = 0"""));
        found.addAll(strings("published courses without their version: ", """
                select c.course_key from course c left join course_version v on v.id = c.published_version
                where c.published_version is not null and v.id is null"""));
        found.addAll(strings("attempts graded in part: ", """
                select id from quiz_attempt a where (state = 'OPEN') <> (submitted_at is null)
                or (score is null) <> (passed is null) or (submitted_at is null and score is not null)
                or (submitted_at is not null and (score is null) <> exists (select 1 from quiz_marking m
                    where m.attempt_id = a.id and m.state <> 'MARKED'))"""));
        found.addAll(strings("attempts that were not told on, or twice: ", """
                select concat(a.learner_id, ' ', a.unit_key) from quiz_attempt a where a.score is not null
                group by a.learner_id, a.run_id, a.unit_key having count(*) <> (select count(*) from learning_event e
                where e.learner_id = a.learner_id and e.run_id = a.run_id and e.unit_key = a.unit_key
                and e.kind = 'SCORED')"""));
        found.addAll(strings("more than one open attempt: ", """
                select concat(learner_id, ' ', unit_key) from quiz_attempt where submitted_at is null
                group by learner_id, run_id, unit_key having count(*) > 1"""));
        found.addAll(strings("the schema is locked: ", "select lockedby from DATABASECHANGELOGLOCK where locked <> 0"));
        for (String hash : referredTo()) {
            Path blob = data.resolve("blobs")
                    .resolve(hash.substring(0, 2))
                    .resolve(hash.substring(2, 4))
                    .resolve(hash);
            if (!Files.exists(blob) || !sha256(blob).equals(hash)) {
                found.add("a content that is referred to is missing or broken: " + hash);
            }
        }
        return found;
    }

    boolean hasDraft(String partner, String course) throws SQLException {
        return !strings("", """
                select c.course_key from course c join course_draft d on d.course_id = c.id
                join partner p on p.id = c.partner_id where p.slug = ? and c.course_key = ?""", partner, course).isEmpty();
    }

    /** Waits until imports that a kill interrupted have gone on by themselves to their end. */
    void importsHaveEnded() throws SQLException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        List<String> open =
                strings("", "select concat(name, ' ', phase) from course_import_job where ended_at is null");
        while (!open.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Imports do not go on after a kill: " + open);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            open = strings("", "select concat(name, ' ', phase) from course_import_job where ended_at is null");
        }
        List<String> failed =
                strings("", "select concat(name, ' ', failure) from course_import_job where outcome = 'FAILED'");
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Imports failed after a kill: " + failed);
        }
    }

    /** The attempts of a learner, in order: {@code number state}. */
    List<String> attempts(String email, String unit) throws SQLException {
        return strings("", """
                select concat(a.number, ' ', a.state) from quiz_attempt a join account p on p.id = a.learner_id
                where p.email = ? and a.unit_key = ? order by a.number""", email, unit);
    }

    /** The submissions of a learner to labs, in order: {@code number state tries}. */
    List<String> submissions(String email) throws SQLException {
        return strings("", """
                select concat(s.number, ' ', s.state, ' ', s.tries) from lab_submission s join account p on p.id = s.learner_id
                where p.email = ? order by s.number""", email);
    }

    /** The scores that a learner was told of. */
    List<String> scores(String email) throws SQLException {
        return strings("", """
                select concat(e.unit_key, ' ', e.kind) from learning_event e join account p on p.id = e.learner_id
                where p.email = ? and e.kind = 'SCORED'""", email);
    }

    /** What a learner's journal has, whatever it belongs to. */
    List<String> typed(String email) throws SQLException {
        return strings("", """
                select e.content from work_entry e join work_journal w on w.id = e.work_id join account p on p.id = w.owner_id
                where p.email = ?""", email);
    }

    /** Moves all that a learner has saved into the past, once there is something: a page may say "Saved" before it has anything to save. */
    void savedEarlier(String email, int minutes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update work_entry set saved_at = saved_at - interval ? minute where work_id in
                (select w.id from work_journal w join account p on p.id = w.owner_id where p.email = ?)""")) {
            statement.setInt(1, minutes);
            statement.setString(2, email);
            for (int tries = 0; statement.executeUpdate() == 0; tries++) {
                if (tries == 200) {
                    throw new IllegalStateException("Nothing of " + email + " was saved");
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    /** Has the open attempt of a learner end in so many seconds. */
    void attemptEnds(String email, int seconds) throws SQLException {
        for (String table : List.of(
                "quiz_attempt t join account p on p.id = t.learner_id set t.due_at",
                "work_journal t join account p on p.id = t.owner_id set t.ends_at")) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "update " + table + " = utc_timestamp(6) + interval ? second where p.email = ?")) {
                statement.setInt(1, seconds);
                statement.setString(2, email);
                statement.executeUpdate();
            }
        }
    }

    /** Addresses of those who have answered a question of a quiz. */
    List<String> writers(String unit, String question) throws SQLException {
        return strings("", """
                select distinct p.email from quiz_attempt t join account p on p.id = t.learner_id
                join quiz_answer a on a.attempt_id = t.id
                where t.state = 'SUBMITTED' and t.unit_key = ? and a.question_key = ? and length(a.answer) > 10""", unit, question);
    }

    /** Lets a time of all peer reviews be over, has the job look at once, and waits until they are in a phase. */
    void movePeerReviews(String time, String phase) throws SQLException {
        for (String change : List.of(
                "update peer_task set " + time + " = utc_timestamp(6) - interval 20 second",
                "update scheduled_tasks set execution_time = utc_timestamp(6)"
                        + " where task_name = 'move-peer-reviews' and not picked")) {
            try (PreparedStatement statement = connection.prepareStatement(change)) {
                statement.executeUpdate();
            }
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!strings("", "select phase from peer_task where phase <> ?", phase)
                .isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The peer reviews did not move on to " + phase);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private Set<String> referredTo() throws SQLException {
        Set<String> hashes = new TreeSet<>();
        for (String manifest : strings("", """
                select manifest from course_draft union all select imported_manifest from course_draft
                union all select manifest from course_version""")) {
            HASH.matcher(manifest).results().forEach(match -> hashes.add(match.group(1)));
        }
        hashes.addAll(strings("", "select sha256 from course_draft_file"));
        hashes.addAll(strings("", "select quiz_sha256 from quiz_attempt"));
        return hashes;
    }

    private List<String> strings(String words, String sql, String... parameters) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(words + rows.getString(1));
                }
            }
        }
        return found;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
