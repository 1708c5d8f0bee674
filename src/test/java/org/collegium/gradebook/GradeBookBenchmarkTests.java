package org.collegium.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseSection;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Book.Missing;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.gradebook.rules.Release;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How long the grade book of two thousand learners and thirty entries takes. Figures go to {@code target/grade-book-benchmark.txt}. */
@Tag("benchmark")
class GradeBookBenchmarkTests extends GradeBookTest {

    private static final int LEARNERS = 2_000;
    private static final int ENTRIES = 30;
    private static final int TIMES = 8;
    private static final PageRequest PAGE = new PageRequest(0, 50);

    @Autowired
    private Blobs blobs;

    @Autowired
    private GradeFiles files;

    @Autowired
    private TellingReleases telling;

    @Autowired
    private ReleasingGrades releasing;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void aFullBook() throws IOException {
        List<Entry> entries = IntStream.range(0, ENTRIES)
                .mapToObj(i -> new Entry(key(i), kind(i), key(i), "all", 100, false, DUE, null, Release.AT_ONCE))
                .toList();
        offered = fixtures.offer(
                StudyFixtures.course(List.of(new CourseSection(
                        "only",
                        "Only",
                        null,
                        entries.stream()
                                .map(entry -> StudyFixtures.unit(entry.key(), entry.kind(), true, false, null))
                                .toList()))),
                Terms.OPEN);
        signInAsInstructor();
        settingUp.set(
                offered.run(),
                new Book(
                        List.of(new Category("all", "All", 100, 3)),
                        entries,
                        new LateRule(10, 50, 0, null),
                        Missing.ZERO_AFTER_DUE),
                "letters",
                0);
        many("""
                insert into account (id, version, email, name, locale, created_at, confirmed_at, session_epoch)
                select uuid(), 0, concat(uuid(), '@r', :run, '.example.org'), concat('Pupil ', seq * 7919 % 2003), 'en', now(6), now(6), 0
                from seq_1_to_2000
                """);
        many("""
                insert into enrolment (id, version, learner_id, run_id, course_id, state, source, joined_at)
                select uuid(), 0, person.id, :run, :course, 'ACTIVE', 'SELF', now(6) from account person
                where person.email like concat('%@r', :run, '%')
                """);
        many("""
                insert into course_progress (learner_id, run_id, version, done, total, stuck)
                select learner_id, run_id, 0, 0, 30, 0 from enrolment where run_id = :run
                """);
        many("""
                insert into unit_progress (learner_id, run_id, unit_key, score, scored_at, failures, last_at)
                select learner_id, run_id, concat('unit-', seq), rand(), :due - interval 1 day, 0, now(6)
                from enrolment join seq_0_to_29 where run_id = :run and rand() < 0.9
                """);
        String sha256 = blobs.put("""
                format: collegium-quiz/1
                title: Quiz
                questions:
                  - { key: only, type: true-false, stem: Is it so?, answer: true }
                """.getBytes(StandardCharsets.UTF_8)).sha256();
        many("""
                insert into quiz_attempt (id, version, learner_id, run_id, unit_key, quiz_sha256, number, state, seed,
                    started_at, submitted_at, points, score, passed)
                select uuid(), 0, learner_id, run_id, unit_key, '%s', 1, 'SUBMITTED', 0, :due, :due + interval 1 day, score, score, true
                from unit_progress where run_id = :run and right(unit_key, 1) in ('0', '2', '4', '6', '8')
                """.formatted(sha256));
        many("""
                insert into lab_submission (id, learner_id, run_id, version_id, unit_key, number, state, submitted_at,
                    not_before, tries, graded_at, points, max_points, passed, work)
                select uuid(), learner_id, run_id, uuid(), unit_key, 1, 'GRADED', :due + interval 1 day, :due, 1, :due, score * 10,
                    10, true, '[]'
                from unit_progress where run_id = :run and right(unit_key, 1) in ('1', '3', '5', '7', '9')
                """);
    }

    @Test
    void whatStaffLookAt() throws IOException {
        measure("a page by name", () -> books.byName(offered.run(), "", true, PAGE));
        measure("the totals of everybody, once for each visit", () -> books.standings(offered.run()));
        Standings standings = books.standings(offered.run());
        measure("a page by total", () -> {
            List<AccountId> all = books.byTotal(offered.run(), standings, "", false);
            return books.some(offered.run(), all.subList(1_000, 1_000 + PAGE.limit()));
        });
        measure("the file", () -> files.export(offered.run(), SheetForm.EXCEL));
        assertThat(books.count(offered.run(), "")).isEqualTo(LEARNERS);
        releasing.set(offered.run(), key(0), new Release(true, null));
        releasing.release(offered.run(), key(0));
        long begun = System.nanoTime();
        Duration processor = processorTime();
        int before = questions();
        int told = Objects.requireNonNull(transactions.execute(status -> telling.sweep()));
        int queries = questions() - before;
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        line("everybody is told of a release", taken, processorTime().minus(processor), queries);
        assertThat(told).isEqualTo(LEARNERS);
    }

    private void many(String sql) {
        jdbc.sql(sql)
                .param("run", offered.run().value())
                .param("course", offered.course().value())
                .param("due", DUE)
                .update();
    }

    private static String key(int number) {
        return "unit-" + number;
    }

    private static String kind(int number) {
        return number % 2 == 0 ? "quiz" : "lab";
    }

    private void measure(String what, Supplier<?> work) throws IOException {
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            Duration before = processorTime();
            int queries = Objects.requireNonNull(transactions.execute(status -> {
                int asked = questions();
                Object unused = work.get();
                return questions() - asked;
            }));
            Duration used = processorTime().minus(before);
            line(what, Duration.ofNanos(System.nanoTime() - begun), used, queries);
        }
    }

    /** Of this thread, and of the database. */
    private static Duration processorTime() {
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ofNanos(nanos), Duration::plus);
    }

    private int questions() {
        return jdbc.sql("show session status like 'Questions'")
                .query((row, number) -> row.getInt(2))
                .single();
    }

    private static void line(String what, Duration taken, Duration processor, int queries) throws IOException {
        Files.writeString(
                Path.of("target", "grade-book-benchmark.txt"),
                String.format(
                        Locale.ROOT,
                        "%s: %d ms, %d ms of processor time, %d queries%n",
                        what,
                        taken.toMillis(),
                        processor.toMillis(),
                        queries),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
