package org.collegium.labs;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.collegium.labs.GradingProgress.Stage;
import org.collegium.labs.grading.GradingRuns;
import org.collegium.labs.grading.RunResult;
import org.collegium.labs.notebook.Fingerprint;
import org.collegium.labs.sandbox.BoxPool;
import org.collegium.labs.sandbox.BubblewrapLauncher;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Probe;
import org.collegium.labs.sandbox.PythonRuntimes;
import org.collegium.labs.sandbox.SandboxLauncher;
import org.collegium.labs.sandbox.SandboxUnavailable;
import org.collegium.labs.sandbox.Scripts;
import org.jspecify.annotations.Nullable;

/** Runs and grades notebooks in sandboxes of this node. It keeps nothing, waits for its work, and may be used by many threads. */
public final class LabGrader implements AutoCloseable {

    private static final String NO_PYTHON = "There is no Python for labs: apt-get install python3";
    private static final long SEEDS = 1L << 52;
    private static final Duration PROBE_AGAIN = Duration.ofDays(1);
    private static final Duration PROBE_BROKEN_AGAIN = Duration.ofMinutes(1);

    private final Supplier<Optional<LabRuntime>> runtimes;
    private final Function<LabRuntime, SandboxLauncher> launchers;
    private final int ready;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Machine machine;
    private @Nullable Probe probe;
    private Instant probed = Instant.EPOCH;

    /** What runs labs here, once there is a runtime. */
    private record Machine(LabRuntime runtime, SandboxLauncher launcher, BoxPool pool, GradingRuns runs) {}

    /** Nothing is started or looked for before it is needed. */
    public LabGrader(LabSettings settings, InstantSource clock) {
        this(
                () -> PythonRuntimes.find(settings.python()),
                runtime -> new BubblewrapLauncher(runtime, settings.sandboxUser()),
                settings.ready(),
                clock);
    }

    /** With sandboxes of another kind. */
    public LabGrader(
            Supplier<Optional<LabRuntime>> runtimes,
            Function<LabRuntime, SandboxLauncher> launchers,
            int ready,
            InstantSource clock) {
        this.runtimes = runtimes;
        this.launchers = launchers;
        this.ready = ready;
        this.clock = clock;
    }

    private synchronized Machine machine() {
        Machine known = machine;
        if (known == null) {
            LabRuntime runtime = runtimes.get().orElseThrow(() -> new SandboxUnavailable(NO_PYTHON));
            SandboxLauncher launcher = launchers.apply(runtime);
            BoxPool pool = new BoxPool(launcher, ready);
            known = new Machine(runtime, launcher, pool, new GradingRuns(pool, runtime));
            machine = known;
        }
        return known;
    }

    /** The interpreter of this node; empty when there is none. */
    public Optional<LabRuntime> runtime() {
        try {
            return Optional.of(machine().runtime());
        } catch (SandboxUnavailable _) {
            return Optional.empty();
        }
    }

    /** How the sandbox stands: tried when first asked, once a day, and again each minute while it is broken. */
    public synchronized Probe health() {
        Probe known = probe;
        Duration again = known != null && known.isSound() ? PROBE_AGAIN : PROBE_BROKEN_AGAIN;
        if (known == null || probed.plus(again).isBefore(clock.instant())) {
            known = probeNow();
        }
        return known;
    }

    /** Tries the sandbox now. */
    public synchronized Probe probeNow() {
        Probe found;
        try {
            found = machine().launcher().probe();
        } catch (SandboxUnavailable unavailable) {
            found = new Probe.Broken(String.valueOf(unavailable.getMessage()), NO_PYTHON);
        }
        probe = found;
        probed = clock.instant();
        return found;
    }

    /** Grades a submission; what looks random is new each time. */
    public GradeReport grade(GradingPlan plan, Submission submission) {
        return grade(plan, submission, progress -> {});
    }

    /**
     * Grades a submission; what looks random is new each time.
     *
     * @param told of each step before it begins, by the thread that grades; must be quick
     */
    public GradeReport grade(GradingPlan plan, Submission submission, Consumer<GradingProgress> told) {
        return grade(plan, submission, random.nextLong(SEEDS), told);
    }

    /** Grades a submission as it was graded before; where plan, submission and runtime are the same, so is the verdict. */
    public GradeReport replay(GradingPlan plan, Submission submission, GradeEvidence evidence) {
        return grade(plan, submission, evidence.seed(), progress -> {});
    }

    private GradeReport grade(GradingPlan plan, Submission submission, long seed, Consumer<GradingProgress> told) {
        try {
            Machine here = sound();
            boolean twice = plan.hasHiddenTests();
            RunResult shown = here.runs()
                    .run(plan, submission, seed, true, true, telling(twice ? Stage.CELLS : Stage.TESTS, told));
            RunResult counted =
                    twice ? here.runs().run(plan, submission, seed, false, true, telling(Stage.TESTS, told)) : shown;
            List<CellGrade> cells = new Verdict(plan, submission).of(shown, counted);
            Optional<BrokenLimit> broken = counted.broken();
            GradeEvidence evidence = new GradeEvidence(
                    submission.sha256(),
                    plan.sha256(),
                    Fingerprint.of(here.runtime().sha256(), Scripts.sha256()),
                    here.launcher().kind(),
                    plan.limits(),
                    seed,
                    Verdict.sha256(cells, broken),
                    clock.instant());
            return new GradeReport.Graded(cells, broken, shown.outputs(), evidence);
        } catch (SandboxUnavailable unavailable) {
            return new GradeReport.Postponed(String.valueOf(unavailable.getMessage()));
        }
    }

    private static RunListener telling(Stage stage, Consumer<GradingProgress> told) {
        return new RunListener() {
            @Override
            public void begins(RunPlace place, int cell) {
                told.accept(
                        stage == Stage.CELLS
                                ? new GradingProgress(stage, place.cells(), place.ofCells())
                                : new GradingProgress(stage, place.tests(), place.ofTests()));
            }
        };
    }

    /** Runs a submission as its learner would, for labs that need what the browser lacks; nothing is graded. */
    public RunReport run(GradingPlan plan, Submission submission) {
        return run(plan, submission, RunListener.NOBODY);
    }

    /** As above, telling what each cell shows as soon as it has ended; ends early when the thread is interrupted. */
    public RunReport run(GradingPlan plan, Submission submission, RunListener listener) {
        try {
            RunResult result = sound().runs().run(plan, submission, random.nextLong(SEEDS), true, false, listener);
            return new RunReport.Ran(result.outputs(), result.broken());
        } catch (SandboxUnavailable unavailable) {
            return new RunReport.Postponed(String.valueOf(unavailable.getMessage()));
        }
    }

    /** Tries a lab before learners get it: with its author's solution, and with nothing done. */
    public LabCheck check(GradingPlan plan) {
        List<String> missing = new ArrayList<>(plan.packages());
        missing.removeAll(runtime().map(LabRuntime::packages).map(Map::keySet).orElse(Set.of()));
        Instant before = clock.instant();
        GradeReport authors = grade(plan, plan.authorsSolution());
        Duration took = Duration.between(before, clock.instant());
        return new LabCheck(authors, grade(plan, plan.untouched()), took, plan.pointsByTests(), missing);
    }

    /** Starts sandboxes for this plan before they are needed. */
    public void prepare(GradingPlan plan) {
        sound().runs().prepare(plan);
    }

    private Machine sound() {
        return switch (health()) {
            case Probe.Sound _ -> machine();
            case Probe.Broken(String reason, String remedy) -> throw new SandboxUnavailable(reason + " " + remedy);
        };
    }

    @Override
    public synchronized void close() {
        if (machine != null) {
            machine.pool().close();
            machine.launcher().close();
            machine = null;
        }
    }
}
