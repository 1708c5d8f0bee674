package org.collegium.labs;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.collegium.labs.GradingProgress.Stage;
import org.collegium.labs.grading.GradingRuns;
import org.collegium.labs.grading.RunResult;
import org.collegium.labs.notebook.Fingerprint;
import org.collegium.labs.sandbox.BoxPool;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Probe;
import org.collegium.labs.sandbox.SandboxLauncher;
import org.collegium.labs.sandbox.SandboxUnavailable;
import org.collegium.labs.sandbox.Scripts;
import org.jspecify.annotations.Nullable;

/** Runs and grades notebooks in sandboxes of this node. It keeps nothing, waits for its work, and may be used by many threads. */
public final class LabGrader implements AutoCloseable {

    private static final long SEEDS = 1L << 52;
    private static final Duration PROBE_AGAIN = Duration.ofDays(1);
    private static final Duration PROBE_BROKEN_AGAIN = Duration.ofMinutes(1);

    private final Supplier<SandboxLauncher> launchers;
    private final int ready;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Tried> tried = new HashMap<>();
    private @Nullable Machine machine;

    /** What runs labs here, once it is needed. */
    private record Machine(SandboxLauncher launcher, BoxPool pool, List<LabRuntime> runtimes) {

        Optional<LabRuntime> runtime(String name) {
            return runtimes.stream()
                    .filter(runtime -> runtime.name().equals(name))
                    .findFirst();
        }

        /** The one that says how the node stands. */
        LabRuntime usual() {
            return runtime(LabRuntime.USUAL).orElseGet(runtimes::getFirst);
        }
    }

    /** How a runtime was found when it was tried. */
    private record Tried(Probe probe, Instant when) {}

    /** A runtime that holds, and what runs work in it. */
    private record Place(LabRuntime runtime, GradingRuns runs, String kind) {}

    /** Nothing is started or looked for before it is needed. */
    public LabGrader(LabSettings settings, InstantSource clock) {
        this(() -> LabLaunchers.of(settings), settings.ready(), clock);
    }

    /** With sandboxes of another kind. */
    public LabGrader(Supplier<SandboxLauncher> launchers, int ready, InstantSource clock) {
        this.launchers = launchers;
        this.ready = ready;
        this.clock = clock;
    }

    /** Another one for the same runtime and sandbox, which starts nothing before it is needed. */
    public LabGrader withoutSpares() {
        return new LabGrader(launchers, 0, clock);
    }

    private synchronized Machine machine() {
        Machine known = machine;
        if (known == null) {
            SandboxLauncher launcher = launchers.get();
            try {
                known = new Machine(launcher, new BoxPool(launcher, ready), launcher.runtimes());
            } catch (SandboxUnavailable none) {
                launcher.close();
                throw none;
            }
            machine = known;
        }
        return known;
    }

    /** The runtimes that labs can name on this node; none where nothing can run. */
    public List<LabRuntime> runtimes() {
        try {
            return machine().runtimes();
        } catch (SandboxUnavailable _) {
            return List.of();
        }
    }

    /** The runtime of this name, where this node has it. */
    public Optional<LabRuntime> runtime(String name) {
        return runtimes().stream()
                .filter(runtime -> runtime.name().equals(name))
                .findFirst();
    }

    /** How the sandbox stands: tried when first asked, once a day, and again each minute while it is broken. */
    public synchronized Probe health() {
        return recent("", PROBE_AGAIN).orElseGet(this::probeNow);
    }

    /** How the sandbox stands with this runtime. */
    public synchronized Probe health(LabRuntime runtime) {
        return recent(runtime.name(), PROBE_AGAIN)
                .orElseGet(() -> keep(runtime.name(), machine().launcher().probe(runtime)));
    }

    private Optional<Probe> recent(String name, Duration sound) {
        return Optional.ofNullable(tried.get(name))
                .filter(last -> !last.when()
                        .plus(last.probe().isSound() ? sound : PROBE_BROKEN_AGAIN)
                        .isBefore(clock.instant()))
                .map(Tried::probe);
    }

    private Probe keep(String name, Probe probe) {
        tried.put(name, new Tried(probe, clock.instant()));
        return probe;
    }

    /** When the sandbox was last tried; empty before the first time. */
    public synchronized Optional<Instant> probed() {
        return Optional.ofNullable(tried.get("")).map(Tried::when);
    }

    /**
     * Tries the sandbox now, with the usual runtime; others are tried again when they are next asked for. What was broken is
     * looked for anew, since somebody may have mended it.
     */
    public synchronized Probe probeNow() {
        Tried before = tried.get("");
        tried.clear();
        if (before != null && before.probe() instanceof Probe.Broken) {
            forget();
        }
        try {
            return keep("", health(machine().usual()));
        } catch (SandboxUnavailable unavailable) {
            return keep("", unavailable.asProbe());
        }
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
            Place here = place(plan);
            boolean twice = plan.hasHiddenTests();
            RunResult counted = here.runs().run(plan, submission, seed, !twice, true, telling(Stage.TESTS, told));
            // Tests say something to learners only where they fail, so where none did they need not run once more.
            RunResult shown = twice
                    ? here.runs().run(plan, submission, seed, true, counted.anyFailed(), telling(Stage.CELLS, told))
                    : counted;
            List<CellGrade> cells = new Verdict(plan, submission).of(shown, counted);
            Optional<BrokenLimit> broken = counted.broken();
            GradeEvidence evidence = new GradeEvidence(
                    submission.sha256(),
                    plan.sha256(),
                    Fingerprint.of(here.runtime().sha256(), Scripts.sha256()),
                    here.kind(),
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
                told.accept(GradingProgress.at(stage, place));
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
            RunResult result = place(plan).runs().run(plan, submission, random.nextLong(SEEDS), true, false, listener);
            return new RunReport.Ran(result.outputs(), result.broken());
        } catch (SandboxUnavailable unavailable) {
            return new RunReport.Postponed(String.valueOf(unavailable.getMessage()));
        }
    }

    /** Tries a lab before learners get it: with its author's solution, and with nothing done. */
    public LabCheck check(GradingPlan plan) {
        List<String> missing = new ArrayList<>(plan.packages());
        missing.removeAll(runtime(plan.runtime())
                .map(LabRuntime::packages)
                .map(Map::keySet)
                .orElse(Set.of()));
        GradeReport authors = grade(plan, plan.authorsSolution());
        Instant before = clock.instant();
        int peak = peakKilobytes(plan);
        Duration took = Duration.between(before, clock.instant());
        return new LabCheck(
                authors, grade(plan, plan.untouched()), took, peak, plan.pointsByTests(), missing, tooLarge(plan));
    }

    private List<OversizedFile> tooLarge(GradingPlan plan) {
        return runtimes().isEmpty()
                ? List.of()
                : OversizedFile.among(plan.files(), machine().launcher().largestFile());
    }

    private int peakKilobytes(GradingPlan plan) {
        try {
            return place(plan).runs().peakKilobytes(plan, plan.authorsSolution(), random.nextLong(SEEDS));
        } catch (SandboxUnavailable _) {
            return 0;
        }
    }

    /** Names interpreters, packages and scripts of this node; empty when there is no interpreter. */
    public String runtimeSha256() {
        List<String> all = runtimes().stream().map(LabRuntime::sha256).sorted().toList();
        return all.isEmpty() ? "" : Fingerprint.of(String.join(" ", all), Scripts.sha256());
    }

    /** Starts sandboxes for this plan before they are needed. */
    public void prepare(GradingPlan plan) {
        place(plan).runs().prepare(plan);
    }

    /** The runtime that a plan names, once a sandbox has shown that it holds with it. */
    private Place place(GradingPlan plan) {
        Machine here = machine();
        LabRuntime runtime = here.runtime(plan.runtime()).orElseThrow(() -> missing(plan.runtime(), here));
        return switch (health(runtime)) {
            case Probe.Sound _ ->
                new Place(
                        runtime,
                        new GradingRuns(here.pool(), runtime),
                        here.launcher().kind());
            case Probe.Broken(String reason, String remedy) -> throw new SandboxUnavailable(reason + " " + remedy);
        };
    }

    private static SandboxUnavailable missing(String name, Machine here) {
        String known = here.runtimes().stream().map(LabRuntime::name).sorted().collect(Collectors.joining(", "));
        return new SandboxUnavailable(
                "The lab needs the runtime “" + name + "”, which this node does not have. It has: " + known + ".");
    }

    @Override
    public synchronized void close() {
        forget();
    }

    private void forget() {
        if (machine != null) {
            machine.pool().close();
            machine.launcher().close();
            machine = null;
        }
    }
}
