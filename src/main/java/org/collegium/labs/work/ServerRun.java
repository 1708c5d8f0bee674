package org.collegium.labs.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.collegium.identity.AccountId;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.CellOutput;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.RunListener;
import org.collegium.labs.RunPlace;
import org.collegium.labs.RunReport;
import org.collegium.labs.Submission;
import org.collegium.labs.work.ServerRunState.Phase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a learner's cells, as it goes. */
final class ServerRun implements RunListener {

    /** What is kept of the outputs of one run; the rest is said to be left out. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final Duration REMEMBERED = Duration.ofSeconds(45);
    private static final List<JsonNode> LEFT_OUT =
            List.of(JsonMapper.shared().createObjectNode().put("output_type", "shortened"));

    private final ServerRunId id = ServerRunId.next();
    private final AccountId learner;
    private final GradingPlan plan;
    private final Submission work;
    private final List<CellOutput> shown = new ArrayList<>();
    private Phase phase = Phase.WAITING;
    private int running = -1;
    private @Nullable BrokenLimit broken;
    private @Nullable Future<?> job;
    private int characters;
    private long ended;

    ServerRun(AccountId learner, GradingPlan plan, Submission work) {
        this.learner = learner;
        this.plan = plan;
        this.work = work;
    }

    ServerRunId id() {
        return id;
    }

    AccountId learner() {
        return learner;
    }

    GradingPlan plan() {
        return plan;
    }

    Submission work() {
        return work;
    }

    synchronized void runsAs(Future<?> begun) {
        job = begun;
        if (phase == Phase.STOPPED) {
            begun.cancel(true);
        }
    }

    /** Whether it is to run; not when it was stopped while it waited. */
    synchronized boolean begin() {
        if (phase != Phase.WAITING) {
            return false;
        }
        phase = Phase.RUNNING;
        return true;
    }

    @Override
    public synchronized void begins(RunPlace place, int cell) {
        running = cell;
    }

    @Override
    public synchronized void shown(CellOutput output) {
        if (!isOpen()) {
            return;
        }
        characters += output.outputs().stream()
                .mapToInt(each -> each.toString().length())
                .sum();
        shown.add(
                characters <= MOST_CHARACTERS
                        ? output
                        : new CellOutput(output.cell(), output.gradeId(), output.failed(), LEFT_OUT));
    }

    synchronized void end(RunReport report) {
        if (!isOpen()) {
            return;
        }
        switch (report) {
            case RunReport.Ran ran -> {
                become(Phase.ENDED);
                broken = ran.broken().orElse(null);
            }
            case RunReport.Postponed postponed -> become(Phase.FAILED);
        }
    }

    synchronized void fail() {
        if (isOpen()) {
            become(Phase.FAILED);
        }
    }

    synchronized void stop() {
        if (isOpen()) {
            become(Phase.STOPPED);
            if (job != null) {
                job.cancel(true);
            }
        }
    }

    private void become(Phase end) {
        phase = end;
        ended = System.nanoTime();
    }

    /** Whether nobody can be waiting for its end any more. */
    synchronized boolean isForgotten() {
        return !isOpen() && System.nanoTime() - ended > REMEMBERED.toNanos();
    }

    synchronized boolean isOpen() {
        return phase == Phase.WAITING || phase == Phase.RUNNING;
    }

    synchronized boolean waits() {
        return phase == Phase.WAITING;
    }

    synchronized ServerRunState state(int known, int ahead) {
        return new ServerRunState(
                phase,
                phase == Phase.WAITING ? ahead : 0,
                running,
                shown.subList(Math.min(Math.max(known, 0), shown.size()), shown.size()),
                Optional.ofNullable(broken).map(BrokenLimit::kind));
    }
}
