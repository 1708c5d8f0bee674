package org.collegium.labs.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.CellOutput;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.RunListener;
import org.collegium.labs.RunPlace;
import org.collegium.labs.grading.Conversation.Broken;
import org.collegium.labs.grading.RunResult.TestEnd;
import org.collegium.labs.notebook.Fingerprint;
import org.collegium.labs.sandbox.Box;
import org.collegium.labs.sandbox.Limits;
import org.collegium.labs.sandbox.SandboxUnavailable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One run through a notebook, in sandboxes that nobody has used before. */
final class NotebookRun {

    /** What a process may take beyond its own limit before it is killed. */
    private static final int GRACE_SECONDS = 3;

    private final GradingPlan plan;
    private final Limits limits;
    private final long seed;
    private final boolean visible;
    private final Instant end;
    private final Conversation conversation;
    private final boolean tested;
    private final Map<String, TestEnd> tests = new LinkedHashMap<>();
    private final List<CellOutput> outputs = new ArrayList<>();
    private final ShownOutputs shown = new ShownOutputs();
    private final RunListener listener;
    private @Nullable BrokenLimit broken;

    NotebookRun(GradingPlan plan, long seed, boolean visible, Box runner, Optional<Box> tester, RunListener listener) {
        this.listener = listener;
        this.plan = plan;
        this.limits = plan.limits();
        this.seed = seed;
        this.visible = visible;
        this.tested = tester.isPresent();
        this.end = Instant.now().plusSeconds(limits.totalSeconds());
        this.conversation = new Conversation(runner, tester, limits, end);
    }

    RunResult of(List<Step> steps) {
        begin();
        int ofTests = (int) steps.stream().filter(Step::isTest).count();
        int done = 0;
        int tested = 0;
        for (Step step : steps) {
            listener.begins(new RunPlace(done, steps.size() - ofTests, tested, ofTests), step.submissionIndex());
            if (step.isTest()) {
                tested++;
            } else {
                done++;
            }
            try {
                take(step);
            } catch (Broken stop) {
                note(stop.kind(), step);
                break;
            }
            if (Instant.now().isAfter(end)) {
                note(BrokenLimit.Kind.TOTAL_TIME, step);
                break;
            }
        }
        return new RunResult(tests, outputs, Optional.ofNullable(broken), conversation.dubious());
    }

    private void note(BrokenLimit.Kind kind, Step step) {
        if (broken == null) {
            broken = new BrokenLimit(kind, step.gradeId());
        }
    }

    private void begin() {
        try {
            ObjectNode toRunner = Conversation.request("begin")
                    .put("seed", seed("runner"))
                    .put("seconds", limits.cellSeconds())
                    .put("output", visible ? limits.outputBytes() : 0);
            conversation.askRunner(toRunner, deadline());
            if (tested) {
                ObjectNode toTester = Conversation.request("begin")
                        .put("seed", seed("tester"))
                        .put("seconds", limits.cellSeconds());
                ArrayNode cells = toTester.putArray("cells");
                plan.cells()
                        .forEach(cell -> cells.addObject()
                                .put("kind", cell.code() ? cell.kind().name() : "TEXT")
                                .put("source", cell.source()));
                conversation.askTester(toTester, deadline());
            }
        } catch (Broken early) {
            throw new SandboxUnavailable("A sandbox ended before any work was in it: " + early.kind());
        }
    }

    /** From the one that a process is given, that of another cannot be reckoned. */
    private long seed(String role) {
        return Long.parseLong(Fingerprint.of(role, Long.toString(seed)).substring(0, 12), 16);
    }

    private Instant deadline() {
        Instant usual = Instant.now().plusSeconds(limits.cellSeconds() + GRACE_SECONDS);
        Instant last = end.plusSeconds(GRACE_SECONDS);
        return usual.isBefore(last) ? usual : last;
    }

    private void take(Step step) {
        switch (step.kind()) {
            case LEARNERS -> run(step);
            case LOCKED -> {
                run(step);
                if (tested) {
                    conversation.askTester(place("locked", step), deadline());
                }
            }
            case TEST -> {
                if (tested) {
                    test(step);
                }
            }
        }
    }

    private static ObjectNode place(String op, Step step) {
        return Conversation.request(op).put("source", step.source()).put("index", step.planIndex());
    }

    private void run(Step step) {
        JsonNode answer = conversation.askRunner(Conversation.request("cell").put("source", step.source()), deadline());
        boolean late = answer.path("error").path("type").asString("").equals("TimeLimit");
        if (late) {
            note(BrokenLimit.Kind.CELL_TIME, step);
        }
        if (visible) {
            boolean failed = late || answer.path("failed").asBoolean(true);
            CellOutput output = new CellOutput(
                    step.submissionIndex(), step.gradeId(), failed, shown.checked(answer.path("outputs")));
            outputs.add(output);
            listener.shown(output);
        }
    }

    private void test(Step step) {
        JsonNode answer = conversation.askTester(place("test", step), deadline());
        String message = visible ? answer.path("message").asString("") : "";
        TestEnd ending = switch (answer.path("outcome").asString("")) {
            case "passed" -> new TestEnd(true, Optional.empty(), "");
            case "partial" ->
                new TestEnd(true, Optional.of(answer.path("points").asDouble(0)), "");
            case "broken" -> {
                note(BrokenLimit.Kind.CELL_TIME, step);
                yield new TestEnd(false, Optional.empty(), "");
            }
            default -> new TestEnd(false, Optional.empty(), message);
        };
        tests.put(step.gradeId(), ending);
    }
}
