package org.collegium.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.collegium.browser.BuiltApplication;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.jspecify.annotations.Nullable;

/** The built application with generated data, started once for all measurements of a run, and what can be asked of it. */
final class Measured {

    static final Path RESULTS = Path.of("target", "benchmark");

    private static final Path DATA = Path.of("target", "generated-benchmark");
    private static @Nullable Measured shared;

    private final BuiltApplication application;

    private Measured(BuiltApplication application) {
        this.application = application;
    }

    /** The application; its data are kept for the next run. The sizes are those of {@code -Dcollegium.benchmark=…}. */
    static synchronized Measured application() {
        if (shared == null) {
            String size = System.getProperty("collegium.benchmark", "courses=10000,learners=20000");
            Path data = DATA.resolveSibling("generated-benchmark-" + size.replaceAll("[^a-z0-9=]", "-"));
            BuiltApplication started = BuiltApplication.over(
                    data,
                    Duration.ofMinutes(15),
                    "--collegium.demonstration=true",
                    "--collegium.generate=" + size,
                    "--collegium.database.arguments=--innodb-buffer-pool-size=1G");
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = new Measured(started);
        }
        return shared;
    }

    BuiltApplication built() {
        return application;
    }

    String address() {
        return application.address();
    }

    /** A learner who has joined a course and not yet begun; the quiz is the first of the course. */
    record Learner(String email, String course, List<String> lessons, String quiz) {}

    /** Learners who have not begun, each in one course; others each time, and as many as there are. */
    List<Learner> learners(int count) {
        List<Learner> learners = new ArrayList<>();
        Set<String> found = new HashSet<>();
        query("""
                SELECT a.email, p.slug, c.course_key, v.manifest
                FROM enrolment e
                JOIN account a ON a.id = e.learner_id
                JOIN course c ON c.id = e.course_id
                JOIN partner p ON p.id = c.partner_id
                JOIN course_version v ON v.id = c.published_version
                LEFT JOIN course_progress g ON g.learner_id = e.learner_id AND g.run_id = e.run_id
                WHERE g.learner_id IS NULL AND e.state = 'ACTIVE' AND a.email LIKE '%%@learners.example.org'
                ORDER BY RAND() LIMIT %d
                """.formatted(count * 3), row -> {
            CourseManifest manifest = CourseManifest.parse(row.getString(4));
            List<String> lessons = keys(manifest, unit -> unit.kind().equals("lesson"));
            List<String> quizzes = keys(manifest, unit -> unit.kind().equals("quiz"));
            if (lessons.size() > 2 && !quizzes.isEmpty() && learners.size() < count && found.add(row.getString(1))) {
                String course = "/learn/" + row.getString(2) + "/" + row.getString(3);
                learners.add(new Learner(row.getString(1), course, lessons.subList(0, 3), quizzes.getFirst()));
            }
        });
        return learners;
    }

    /** Addresses of course pages. */
    List<String> coursePages(int count) {
        List<String> pages = new ArrayList<>();
        query(
                "SELECT p.slug, c.course_key FROM course c JOIN partner p ON p.id = c.partner_id WHERE c.state = 'PUBLISHED' ORDER BY RAND() LIMIT "
                        + count,
                row -> pages.add("/courses/" + row.getString(1) + "/" + row.getString(2)));
        return pages;
    }

    /** Codes of certificates. */
    List<String> codes(int count) {
        List<String> codes = new ArrayList<>();
        query("SELECT code FROM certificate ORDER BY RAND() LIMIT " + count, row -> codes.add(row.getString(1)));
        return codes;
    }

    long count(String sql) {
        List<Long> counts = new ArrayList<>();
        query(sql, row -> counts.add(row.getLong(1)));
        return counts.getFirst();
    }

    /** What the application has used of the processors, and its database. */
    Cpu cpu() {
        return cpu(application);
    }

    static Cpu cpu(BuiltApplication application) {
        ProcessHandle process = ProcessHandle.of(application.pid()).orElseThrow();
        Duration own = process.info().totalCpuDuration().orElseThrow();
        Duration database = process.descendants()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        return new Cpu(own, database);
    }

    record Cpu(Duration application, Duration database) {
        Cpu since(Cpu before) {
            return new Cpu(application.minus(before.application), database.minus(before.database));
        }

        double millisEach(long views) {
            return (application.toNanos() + database.toNanos()) / 1e6 / views;
        }
    }

    /** What is reachable after a full collection. */
    Heap heap() {
        String histogram = jcmd("GC.class_histogram");
        return new Heap(column(histogram, "Total", 2), column(histogram, "com.vaadin.flow.component.UI", 1));
    }

    /**
     * @param bytes of all objects
     * @param tabs that the server holds the state of
     */
    record Heap(long bytes, long tabs) {

        double mebibytesSince(Heap before) {
            return (bytes - before.bytes) / (1024.0 * 1024.0);
        }
    }

    /** A line of the histogram is number, instances, bytes, class; the last begins with its name. */
    private static long column(String histogram, String name, int column) {
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words[0].equals(name) || (words.length > 3 && words[3].equals(name)))
                .mapToLong(words -> Long.parseLong(words[column]))
                .findFirst()
                .orElse(0);
    }

    String jcmd(String... command) {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(application.pid())));
        call.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Keeps a figure where the documentation can take it from, and shows it. */
    static void tell(String what, String figures) {
        String line = what + ": " + figures;
        System.out.println("BENCHMARK " + line);
        try {
            Files.createDirectories(RESULTS);
            Files.writeString(
                    RESULTS.resolve("figures.txt"),
                    line + "\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static List<String> keys(CourseManifest manifest, Predicate<CourseUnit> wanted) {
        return manifest.units().stream()
                .filter(CourseUnit::required)
                .filter(wanted)
                .map(CourseUnit::key)
                .toList();
    }

    private void query(String sql, Reading reading) {
        try (Connection connection = connection(application);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reading.read(rows);
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** The tables of a running application. */
    static Connection connection(BuiltApplication application) throws SQLException {
        String port = ProcessHandle.of(application.pid())
                .orElseThrow()
                .descendants()
                .flatMap(child -> child.info().arguments().stream().flatMap(java.util.Arrays::stream))
                .filter(argument -> argument.startsWith("--port="))
                .map(argument -> argument.substring("--port=".length()))
                .findFirst()
                .orElseThrow();
        try {
            String password = Files.readString(application.data().resolve("mariadb/password"))
                    .strip();
            return DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:" + port + "/collegium", "collegium", password);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }
}
