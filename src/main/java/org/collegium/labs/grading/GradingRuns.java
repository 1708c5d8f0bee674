package org.collegium.labs.grading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.PlanCell;
import org.collegium.labs.RunListener;
import org.collegium.labs.Submission;
import org.collegium.labs.sandbox.Box;
import org.collegium.labs.sandbox.BoxPool;
import org.collegium.labs.sandbox.LabFiles;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Role;

/** Runs notebooks, each in sandboxes of its own, as often as a grading needs it. */
public final class GradingRuns {

    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*(?:import|from)\\s+([A-Za-z_][A-Za-z0-9_]*)");

    private final BoxPool pool;
    private final LabRuntime runtime;

    public GradingRuns(BoxPool pool, LabRuntime runtime) {
        this.pool = pool;
        this.runtime = runtime;
    }

    /**
     * Runs it once more when a process ended as it does when the machine is short of memory; what happens twice is the work's own
     * doing.
     */
    public RunResult run(
            GradingPlan plan, Submission submission, long seed, boolean visible, boolean tested, RunListener listener) {
        RunResult result = once(plan, submission, seed, visible, tested, listener);
        return result.dubious() ? once(plan, submission, seed, visible, tested, listener) : result;
    }

    private RunResult once(
            GradingPlan plan, Submission submission, long seed, boolean visible, boolean tested, RunListener listener) {
        LabFiles files = files(plan);
        List<String> modules = modules(plan);
        boolean withTests = tested && plan.cells().stream().anyMatch(PlanCell::isTest);
        try (Box runner = pool.take(wanted(plan, Role.RUNNER, files, modules))) {
            Optional<Box> tester =
                    withTests ? Optional.of(pool.take(wanted(plan, Role.TESTER, files, modules))) : Optional.empty();
            try {
                return new NotebookRun(plan, seed, visible, runner, tester, listener)
                        .of(new Steps(plan, submission, visible).all());
            } finally {
                tester.ifPresent(Box::close);
            }
        }
    }

    /**
     * The most memory that one of the processes took in a run of this work, in kilobytes; 0 where it cannot be said. A process says so
     * of itself, so this is for work that one believes, the author's own.
     */
    public int peakKilobytes(GradingPlan plan, Submission submission, long seed) {
        LabFiles files = files(plan);
        List<String> modules = modules(plan);
        try (Box runner = pool.take(wanted(plan, Role.RUNNER, files, modules));
                Box tester = pool.take(wanted(plan, Role.TESTER, files, modules))) {
            RunResult result = new NotebookRun(plan, seed, false, runner, Optional.of(tester), RunListener.NOBODY)
                    .of(new Steps(plan, submission, false).all());
            return result.broken().isPresent() ? 0 : Math.max(MemoryUsed.by(runner), MemoryUsed.by(tester));
        }
    }

    /** Starts what a grading of this plan takes, as many as the pool keeps. */
    public void prepare(GradingPlan plan) {
        Stream.of(Role.RUNNER, Role.TESTER)
                .forEach(role -> pool.prepare(wanted(plan, role, files(plan), modules(plan))));
    }

    private BoxPool.Wanted wanted(GradingPlan plan, Role role, LabFiles files, List<String> modules) {
        return new BoxPool.Wanted(runtime, role, plan.limits(), files, modules);
    }

    private LabFiles files(GradingPlan plan) {
        if (plan.files().isEmpty()) {
            return LabFiles.NONE;
        }
        Map<String, byte[]> contents = new HashMap<>();
        plan.files().forEach((path, file) -> contents.put(path, file.bytes()));
        return new LabFiles(contents);
    }

    /** The packages that the author's cells import, so that they are there before the clock runs. */
    private List<String> modules(GradingPlan plan) {
        Stream<String> imported = plan.cells().stream()
                .filter(PlanCell::code)
                .flatMap(cell -> IMPORT.matcher(cell.source()).results().map(found -> found.group(1)));
        return Stream.concat(plan.packages().stream(), imported)
                .filter(runtime.packages()::containsKey)
                .distinct()
                .sorted()
                .toList();
    }
}
