package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.browser.BuiltApplication.FirstPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the platform says after loading the demonstration is what {@code demo/people.yaml} tells. The tables are read past
 * the application; what other journeys did since the load is left out by its time, and people they invent by their names.
 */
@Tag("journey")
@SuppressWarnings("unchecked")
class DemonstrationIT {

    private static final Pattern PORT = Pattern.compile("--port=(\\d+)");

    private static Connection tables;
    private static Timestamp loaded;
    private static Map<String, Object> story;

    @BeforeAll
    static void readBoth() throws IOException, SQLException {
        BuiltApplication application = BuiltApplication.withDemonstrationData();
        Matcher port = ProcessHandle.of(application.pid())
                .orElseThrow()
                .descendants()
                .flatMap(child -> child.info().commandLine().stream())
                .map(PORT::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        tables = DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port.group(1) + "/collegium?timezone=UTC",
                "collegium",
                Files.readString(application.data().resolve("mariadb/password")).strip());
        // The last thing that loading writes.
        loaded = Timestamp.from(Files.getLastModifiedTime(application.data().resolve("demonstration-accounts.txt"))
                .toInstant());
        story = (Map<String, Object>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("demo", "people.yaml")));
    }

    @AfterAll
    static void close() throws SQLException {
        tables.close();
    }

    @Test
    void whoComesBeforeTheDemonstrationIsLoadedIsToldSoAndNeverSeesHalfOfIt() {
        List<FirstPage> seen = BuiltApplication.withDemonstrationData().firstPages();

        assertThat(seen).anySatisfy(page -> assertThat(page.status()).isEqualTo(503));
        assertThat(seen).allSatisfy(page -> {
            if (page.status() == 503) {
                assertThat(page.text()).contains("Setting up the demonstration", "What learners did", "/site/");
            } else {
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.text())
                        .contains(
                                "A first course in machine learning",
                                "Responsible AI for policymakers",
                                "IA responsable");
            }
        });
    }

    @Test
    void everybodyHasTheirAccountAndExactlyTheirRoles() throws SQLException {
        Set<String> told = new TreeSet<>();
        for (Map<String, Object> person : everybody()) {
            told.add(person.get("email") + " " + person.get("name"));
            for (Map<String, Object> held : list(person, "roles")) {
                told.add(person.get("email") + " " + word(held.get("role"))
                        + (held.get("partner") == null ? "" : " at " + held.get("partner")));
            }
        }
        Set<String> loadedPeople = rows("""
                select concat(email, ' ', name) from account where created_at <= ? and email in (%s)
                union select concat(a.email, ' ', r.role) from account_role r join account a on a.id = r.account_id
                where ? is not null and r.role <> 'LEARNER' and a.email in (%s)
                union select concat(a.email, ' ', s.role, ' at ', p.slug) from partner_staff s
                join account a on a.id = s.account_id join partner p on p.id = s.partner_id
                where ? is not null and a.email in (%s)""");
        assertThat(loadedPeople).isEqualTo(told);
    }

    @Test
    void everybodyIsInTheirRunsAndHasLeftWhereTheStorySaysSo() throws SQLException {
        Set<String> told = told((person, enrolment) ->
                Stream.of(person + " in " + enrolment.get("run") + (enrolment.get("withdrew") == null ? "" : " left")));
        Set<String> found = rows("""
                select concat(a.email, ' in ', c.course_key, ', ', r.title, if(e.withdrawn_at is null, '', ' left'))
                from enrolment e join account a on a.id = e.learner_id join course c on c.id = e.course_id
                join course_run r on r.id = e.run_id where e.joined_at <= ? and a.email in (%s)""");
        assertThat(found).isEqualTo(ofRuns(told));
    }

    @Test
    void everyAttemptHasTheScoreOfTheStoryUnlessItWaitsForMarks() throws SQLException {
        Set<String> told = told((person, enrolment) -> {
            List<String> attempts = new ArrayList<>();
            Map<String, List<Map<String, Object>>> quizzes =
                    (Map<String, List<Map<String, Object>>>) enrolment.getOrDefault("quizzes", Map.of());
            quizzes.forEach((quiz, tries) -> {
                for (int i = 0; i < tries.size(); i++) {
                    Object score = tries.get(i).get("score");
                    attempts.add(person + " in " + enrolment.get("run") + " " + quiz + " " + (i + 1) + " "
                            + (score instanceof Number number
                                    ? String.format(Locale.ROOT, "%.3f", number.doubleValue())
                                    : "waits"));
                }
            });
            return attempts.stream();
        });
        Set<String> found = rows("""
                select concat(a.email, ' in ', c.course_key, ', ', r.title, ' ', q.unit_key, ' ', q.number, ' ',
                    coalesce(round(q.score, 3), 'waits'))
                from quiz_attempt q join account a on a.id = q.learner_id join course_run r on r.id = q.run_id
                join course c on c.id = r.course_id where q.submitted_at <= ? and a.email in (%s)""");
        Set<String> rounded = found.stream()
                .map(row -> row.endsWith("waits")
                        ? row
                        : row.substring(0, row.lastIndexOf(' ') + 1)
                                + String.format(
                                        Locale.ROOT, "%.3f", Double.parseDouble(row.substring(row.lastIndexOf(' ')))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rounded).isEqualTo(ofRuns(told)).hasSizeGreaterThan(80);
    }

    @Test
    void everybodyHasCompletedWhatTheyHave() throws SQLException {
        Set<String> told = told((person, enrolment) -> enrolment.get("certificate") == null
                ? Stream.empty()
                : Stream.of(person + " in " + enrolment.get("run")));
        Set<String> completed = rows("""
                select concat(a.email, ' in ', c.course_key, ', ', r.title) from course_progress p join account a on a.id = p.learner_id
                join course_run r on r.id = p.run_id join course c on c.id = r.course_id
                where p.completed_at <= ? and p.done = p.total and a.email in (%s)""");
        assertThat(completed).isEqualTo(ofRuns(told)).isNotEmpty();

        Set<String> lastDone = told((person, enrolment) -> enrolment.get("through") == null
                ? Stream.empty()
                : Stream.of(person + " in " + enrolment.get("run") + " " + enrolment.get("through")));
        Set<String> done = rows("""
                select concat(a.email, ' in ', c.course_key, ', ', r.title, ' ', u.unit_key) from unit_progress u
                join account a on a.id = u.learner_id join course_run r on r.id = u.run_id
                join course c on c.id = r.course_id where u.completed_at <= ? and a.email in (%s)""");
        assertThat(done).containsAll(ofRuns(lastDone));
    }

    @Test
    void certificatesAreIssuedRevokedAndDueAsToldAndNoOthers() throws SQLException {
        Set<String> told = told((person, enrolment) -> {
            Map<String, Object> certificate = (Map<String, Object>) enrolment.get("certificate");
            return certificate == null
                    ? Stream.empty()
                    : Stream.of(person + " in " + enrolment.get("run") + " " + certificate.get("state")
                            + (certificate.get("reason") == null ? "" : ": " + certificate.get("reason")));
        });
        Set<String> issued = rows("""
                select concat(a.email, ' in ', c.course_key, if(t.revoked_at is null or t.revoked_at > ?, ' issued',
                concat(' revoked: ', t.revoked_reason))) from certificate t join account a on a.id = t.learner_id
                join course c on c.id = t.course_id where t.issued_at <= ? and a.email in (%s)""");
        // Who was due at the load and has been issued by another journey since, was due; who was given one by hand was
        // not.
        Set<String> due = rows("""
                select concat(a.email, ' in ', c.course_key, ' due') from due_certificate d
                join account a on a.id = d.learner_id join course c on c.id = d.course_id
                where d.since <= ? and a.email in (%s)
                union select concat(a.email, ' in ', c.course_key, ' due') from certificate t
                join account a on a.id = t.learner_id join course c on c.id = t.course_id
                where t.issued_at > ? and a.email in (%s) and not exists (select 1 from issuing_item i
                where i.learner_id = t.learner_id and i.course_id = t.course_id and i.by_hand is not null)""");
        issued.addAll(due);
        assertThat(issued).isEqualTo(ofCourses(told));
        assertThat(told).filteredOn(row -> row.endsWith(" due")).hasSizeGreaterThan(5);
        assertThat(told).filteredOn(row -> row.contains(" revoked: ")).isNotEmpty();
    }

    @Test
    void aCourseHasASecondVersionThatAnotherPartnerAndTheCommitteeReviewedAndRunsOfBoth() throws SQLException {
        Set<String> runs = rows("""
                select concat(r.title, ' has ', v.number) from course_run r join course c on c.id = r.course_id
                join course_version v on v.id = r.version_id
                where c.course_key = 'responsible-ai-for-policymakers' and r.created_at <= ?""");
        assertThat(runs).containsExactly("For municipalities has 2", "Open all year has 1", "Second edition has 2");
        assertThat(rows("""
                select concat(v.number, ' ', r.state, ' ', count(*)) from course_review r
                join course_version v on v.id = r.version_id join course c on c.id = r.course_id
                join course_review_decision d on d.review_id = r.id and d.verdict = 'APPROVE'
                where c.course_key = 'responsible-ai-for-policymakers' and r.submitted_at <= ? group by r.id""")).containsExactly("1 PUBLISHED 3", "2 PUBLISHED 3");
        assertThat(rows("""
                select concat(p.slug, ' ', c.state, ' ', taken.number < origin.published_number) from course_derivation d
                join course c on c.id = d.course_id join partner p on p.id = c.partner_id
                join course_version taken on taken.id = d.upstream_version join course origin on origin.id = taken.course_id
                where c.course_key = 'responsible-ai-for-county-governments' and c.created_at <= ?""")).containsExactly("nyota-institute DRAFT 1");
    }

    /** It is graded in the background after the load, so this may have to wait; the grades are the grader's own. */
    @Test
    void whatLearnersHandedInAtLabsIsGradedAsItIsWorth() throws Exception {
        Map<String, Object> labs =
                (Map<String, Object>) new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(Path.of("demo", "lab-work.yaml")));
        Map<String, Map<String, Map<String, Object>>> works =
                (Map<String, Map<String, Map<String, Object>>>) Objects.requireNonNull(labs.get("works"));
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> told = list(labs, "handedIn").stream()
                .map(line -> {
                    String at = line.get("person") + " " + line.get("lab");
                    Map<String, Object> work = Objects.requireNonNull(
                            Objects.requireNonNull(works.get(line.get("lab"))).get(line.get("work")));
                    return at + " " + numbers.merge(at, 1, Integer::sum) + " "
                            + ((Number) Objects.requireNonNull(work.get("points"))).intValue();
                })
                .collect(Collectors.toCollection(TreeSet::new));
        Instant end = Instant.now().plus(Duration.ofMinutes(10));
        Set<String> found = gradedAtLabs();
        while (found.size() < told.size() && Instant.now().isBefore(end)) {
            TimeUnit.SECONDS.sleep(1);
            found = gradedAtLabs();
        }
        assertThat(found).isEqualTo(told);
    }

    private static Set<String> gradedAtLabs() throws SQLException {
        return rows("""
            select concat(a.email, ' ', s.unit_key, ' ', s.number, ' ', round(s.points)) from lab_submission s
            join account a on a.id = s.learner_id join course_run r on r.id = s.run_id
            join course c on c.id = r.course_id where s.submitted_at <= ? and s.state = 'GRADED'
            and c.course_key = 'first-course-in-machine-learning' and a.email in (%s)\
            """);
    }

    /** What the story says of every enrolment, as rows to compare. */
    private static Set<String> told(BiFunction<String, Map<String, Object>, Stream<String>> row) {
        return list(story, "learners").stream()
                .flatMap(person -> list(person, "enrolments").stream()
                        .flatMap(enrolment -> row.apply((String) person.get("email"), enrolment)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows of the story with the keys of the courses instead of its names of their runs. */
    private static Set<String> ofCourses(Set<String> rows) {
        return renamed(rows, run -> " in " + run.get("course"));
    }

    /** The same with the titles of the runs behind them. */
    private static Set<String> ofRuns(Set<String> rows) {
        return renamed(rows, run -> " in " + run.get("course") + ", " + run.get("title"));
    }

    private static Set<String> renamed(Set<String> rows, Function<Map<String, Object>, String> name) {
        Set<String> named = new TreeSet<>();
        for (String row : rows) {
            String renamed = row;
            for (Map<String, Object> run : list(story, "runs")) {
                renamed = renamed.replace(" in " + run.get("key"), name.apply(run));
            }
            named.add(renamed);
        }
        return named;
    }

    /** Each {@code ?} is the end of the load, each {@code %s} the people of the story. */
    private static Set<String> rows(String query) throws SQLException {
        String people = everybody().stream()
                .map(person -> "'" + person.get("email") + "'")
                .collect(Collectors.joining(", "));
        Set<String> found = new TreeSet<>();
        try (PreparedStatement statement = tables.prepareStatement(query.replace("%s", people))) {
            for (int i = 1; i <= query.chars().filter(c -> c == '?').count(); i++) {
                statement.setTimestamp(i, loaded);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static List<Map<String, Object>> everybody() {
        return Stream.of("staff", "learners")
                .flatMap(group -> list(story, group).stream())
                .toList();
    }

    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.getOrDefault(name, List.of());
    }

    private static String word(@Nullable Object role) {
        return String.valueOf(role).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
