package org.collegium.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.collegium.benchmark.Measured.Cpu;
import org.collegium.browser.BuiltApplication;
import org.collegium.browser.ExamTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The day of an exam: all learners start in the same second, save one answer each every five seconds, and submit in the same second.
 * They are in this process, on the same machine. Times count from the moment at which something was due, so that what waits behind
 * something slow counts as slow. It tells figures, and fails when anything fails or an acknowledged save is not in the tables.
 */
@Tag("benchmark")
class ExamLoadIT {

    private static final int LEARNERS = Integer.getInteger("collegium.exam.learners", 500);
    private static final int SECONDS = Integer.getInteger("collegium.exam.seconds", 300);

    /** The most learners with which is looked for the largest number that meets the aims, how many are added each time, and how long they sit. */
    private static final int MOST = Integer.getInteger("collegium.exam.most", 2_000);

    private static final int MORE = Integer.getInteger("collegium.exam.more", 250);
    private static final int SHORT = Integer.getInteger("collegium.exam.short", 20);
    /** Seconds between the preparations and the first measurement. */
    private static final int REST = Integer.getInteger("collegium.exam.rest", 0);

    /** Learners who have taken the exam before. */
    private static final int WARM = Integer.getInteger("collegium.exam.warm-up", 1_000);

    private static final int WARM_SAVES = 5;
    private static final int BETWEEN_SAVES = 5_000;
    private static final int STORM = 1_000;
    private static final int AT_ONCE = 8;
    private static final int MINUTES = 120;

    /** Milliseconds of processor time in two seconds. */
    private static final int QUIET = 200;

    private static final int SAVE_AIM = 100;
    private static final int START_AIM = 2_000;
    private static final String COURSE = "first-course-in-machine-learning";
    private static final String UNIT = "quiz-looking-back";
    private static final String QUIZ = "/learn/north-lakes-university/" + COURSE + "/" + UNIT;
    private static final String LIKE = "learner@example.org";

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Random random = new Random(7);
    private BuiltApplication application;
    private HttpClient connections;
    private ExecutorService room;
    private int attempts;

    @BeforeEach
    void start() {
        application = BuiltApplication.startedIn(Path.of("target", "exam-load-data"), "--collegium.demonstration=true");
        connections = LearnerAtWork.connections();
        room = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void end() {
        room.shutdownNow();
        connections.close();
        application.close();
    }

    @Test
    void manyTakeAnExamAtTheSameTime() throws Exception {
        List<ExamSeat> seats;
        List<ExamSeat> late;
        List<ExamSeat> early;
        try (ExamTables tables = ExamTables.of(application, UNIT)) {
            tables.limit(LIKE, MINUTES);
            seats = seats(tables.enrol(LIKE, COURSE, Math.max(MOST, LEARNERS)));
            late = seats(tables.enrol(LIKE, COURSE, LEARNERS));
            early = seats(tables.enrol(LIKE, COURSE, WARM));
        }
        Timings coming = new Timings();
        each(seats, seat -> timed(coming, "page", System.nanoTime(), seat::come));
        warmUp(early);
        System.out.printf("Exam: %d learners are at the page; pages %s%n", seats.size(), coming.table());
        TimeUnit.SECONDS.sleep(REST);
        settle();

        Figures first = sitting(seats.subList(0, LEARNERS), SECONDS);
        Measured.tell("exam, " + LEARNERS + " learners, " + SECONDS + " s of saving", first.text());
        int largest = first.meet() ? LEARNERS : 0;
        for (int count = LEARNERS + MORE; largest > 0 && count <= seats.size(); count += MORE) {
            int before = count - MORE;
            each(seats.subList(0, before), ExamSeat::again);
            Figures more = sitting(seats.subList(0, count), SHORT);
            Measured.tell("exam, " + count + " learners, " + SHORT + " s of saving", more.text());
            if (!more.meet()) {
                break;
            }
            largest = count;
        }
        Measured.tell("exam, the most learners who met the aims", largest + " in steps of " + MORE);
        Timings whole = storm(late, i -> spread(i, late.size(), STORM), "whole start", seat -> {
            seat.come();
            seat.start();
        });
        each(late, ExamSeat::sit);
        Measured.tell("exam, " + late.size() + " who also open the page in that second", whole.table());

        assertThat(failures).isEmpty();
        try (ExamTables tables = ExamTables.of(application, UNIT)) {
            String exams = """
                     from quiz_attempt q join account a on a.id = q.learner_id
                     left join work_journal w on w.subject_id = q.id
                     where a.email like 'exam-%' and q.unit_key = ?""";
            assertThat(tables.count("select count(*)" + exams, UNIT))
                    .as("attempts")
                    .isEqualTo(attempts);
            assertThat(tables.count("select count(*)" + exams + " and q.state = 'SUBMITTED'", UNIT))
                    .as("attempts submitted")
                    .isEqualTo(attempts - late.size());
            assertThat(tables.count("select count(*) from work_entry e join work_journal w on w.id = e.work_id"
                            + " join account a on a.id = w.owner_id where a.email like 'exam-%'"))
                    .as("saves in the tables")
                    .isEqualTo(acknowledged.get());
        }
    }

    /** Waits until the application has nothing else to do: the demonstration's labs are graded after its start. */
    private void settle() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        boolean busy = true;
        while (busy && System.nanoTime() < until) {
            Cpu before = Measured.cpu(application);
            TimeUnit.SECONDS.sleep(2);
            busy = Measured.cpu(application).since(before).millisEach(1) > QUIET;
        }
        assertThat(busy).as("the application is busy with something else").isFalse();
    }

    /** Signs people in, each in a browser of their own. */
    private List<ExamSeat> seats(List<String> emails) throws Exception {
        List<ExamSeat> seats = new ArrayList<>();
        for (int i = 0; i < emails.size(); i++) {
            seats.add(new ExamSeat(connections, application.address(), QUIZ, random.nextLong()));
        }
        each(seats, seat -> seat.signIn(emails.get(seats.indexOf(seat))));
        return seats;
    }

    /** Others have taken it before, so that the compilers of the JVM know it, as on a platform that has run for some hours. */
    private void warmUp(List<ExamSeat> early) throws Exception {
        each(early, seat -> {
            seat.come();
            seat.start();
            seat.sit();
            for (int i = 0; i < WARM_SAVES; i++) {
                seat.save();
                acknowledged.incrementAndGet();
            }
            seat.submit();
        });
        attempts += early.size();
    }

    private Figures sitting(List<ExamSeat> seats, int seconds) throws Exception {
        Cpu before = Measured.cpu(application);
        Timings starts = storm(seats, i -> spread(i, seats.size(), STORM), "start", ExamSeat::start);
        Cpu started = Measured.cpu(application);
        each(seats, ExamSeat::sit);
        Cpu sitting = Measured.cpu(application);
        Timings looks = new Timings();
        Timings saves = saving(seats, seconds, looks);
        Cpu saved = Measured.cpu(application);
        Timings ends = storm(seats, i -> spread(i, seats.size(), STORM), "submit", ExamSeat::submit);
        return new Figures(
                seats.size(),
                seconds,
                starts,
                saves,
                looks,
                ends,
                said(started.since(before), seats.size()),
                said(saved.since(sitting), Math.max(1, saves.count())));
    }

    private static String said(Cpu used, int times) {
        return String.format(
                Locale.ROOT,
                "%.1f ms (database %.1f)",
                used.millisEach(times),
                used.database().toNanos() / 1e6 / times);
    }

    /** Each learner does something once, at a moment of their own. */
    private Timings storm(List<ExamSeat> seats, IntFunction<Long> offset, String kind, Consumer<ExamSeat> act)
            throws Exception {
        if (!kind.equals("submit")) {
            attempts += seats.size();
        }
        Timings timings = new Timings();
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            ExamSeat seat = seats.get(i);
            long due = begin + TimeUnit.MILLISECONDS.toNanos(offset.apply(i));
            all.add(room.submit(() -> {
                until(due);
                timed(timings, kind, due, () -> act.accept(seat));
            }));
        }
        await(all, Duration.ofMinutes(2));
        return timings;
    }

    /** Between two saves each asks once how the attempt stands, as pages that are in view do about every five seconds. */
    private Timings saving(List<ExamSeat> seats, int seconds, Timings looks) throws Exception {
        Timings timings = new Timings();
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            ExamSeat seat = seats.get(i);
            long first = begin + TimeUnit.MILLISECONDS.toNanos(spread(i, seats.size(), BETWEEN_SAVES));
            all.add(room.submit(() -> {
                for (int save = 0; save < seconds * 1_000 / BETWEEN_SAVES; save++) {
                    long due = first + TimeUnit.MILLISECONDS.toNanos((long) save * BETWEEN_SAVES);
                    until(due);
                    timed(timings, "save", due, () -> {
                        seat.save();
                        acknowledged.incrementAndGet();
                    });
                    long between = due + TimeUnit.MILLISECONDS.toNanos(BETWEEN_SAVES / 2);
                    until(between);
                    timed(looks, "look", between, seat::look);
                }
            }));
        }
        await(all, Duration.ofSeconds(seconds + 120L));
        return timings;
    }

    /** Preparations, a few at a time. */
    private void each(List<ExamSeat> seats, Consumer<ExamSeat> act) throws Exception {
        Semaphore places = new Semaphore(AT_ONCE);
        List<Future<?>> all = new ArrayList<>();
        for (ExamSeat seat : seats) {
            all.add(room.submit(() -> {
                places.acquireUninterruptibly();
                try {
                    act.accept(seat);
                } finally {
                    places.release();
                }
            }));
        }
        await(all, Duration.ofMinutes(10));
    }

    private static void await(List<Future<?>> all, Duration patience) throws Exception {
        long until = System.nanoTime() + patience.toNanos();
        for (Future<?> each : all) {
            each.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private void timed(Timings timings, String kind, long due, Runnable act) {
        try {
            act.run();
            timings.add(kind, (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due));
        } catch (RuntimeException failure) {
            failures.add(kind + ": " + failure);
        }
    }

    private static long spread(int index, int count, int milliseconds) {
        return (long) index * milliseconds / count;
    }

    private static void until(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Figures(
            int learners,
            int seconds,
            Timings starts,
            Timings saves,
            Timings looks,
            Timings ends,
            String startCpu,
            String saveCpu) {

        /** Whether the aims are met: nobody missing, and the 95th percentiles. */
        boolean meet() {
            return starts.count() == learners
                    && saves.count() == learners * (seconds * 1_000 / BETWEEN_SAVES)
                    && looks.count() == saves.count()
                    && starts.percentile(0.95) < START_AIM
                    && saves.percentile(0.95) < SAVE_AIM;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%s%s%s%s p99 of saves %d ms, slowest %d ms; CPU of a start %s, of a save and a look %s; aims %s",
                    starts.table(),
                    saves.table(),
                    looks.table(),
                    ends.table(),
                    saves.percentile(0.99),
                    saves.percentile(1),
                    startCpu,
                    saveCpu,
                    meet() ? "met" : "missed");
        }
    }
}
