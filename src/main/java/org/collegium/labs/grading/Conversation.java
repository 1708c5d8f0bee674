package org.collegium.labs.grading;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.sandbox.Box;
import org.collegium.labs.sandbox.BoxFault;
import org.collegium.labs.sandbox.Limits;
import org.collegium.labs.sandbox.SandboxUnavailable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The relay between the process that tests and the one that is tested. Every question has a number that nobody can guess, and
 * one answer; what comes unasked ends the grading.
 */
final class Conversation {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LARGEST = 1L << 52;
    private static final int SIGXCPU = 128 + 24;
    private static final Set<String> QUESTIONS = Set.of(
            "get",
            "set",
            "del",
            "call",
            "method",
            "after",
            "attr",
            "setattr",
            "iter",
            "next",
            "isinstance",
            "eval",
            "returned");

    private final Box runner;
    private final Optional<Box> tester;
    private final Limits limits;
    private final Instant end;
    private int calls;
    private boolean dubious;

    Conversation(Box runner, Optional<Box> tester, Limits limits, Instant end) {
        this.runner = runner;
        this.tester = tester;
        this.limits = limits;
        this.end = end;
    }

    /** Ends a run because the learner's work broke a limit. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final BrokenLimit.Kind kind;

        Broken(BrokenLimit.Kind kind) {
            super(kind.name(), null, false, false);
            this.kind = kind;
        }

        BrokenLimit.Kind kind() {
            return kind;
        }
    }

    static ObjectNode request(String op) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", RANDOM.nextLong(1, LARGEST))
                .put("op", op);
    }

    boolean dubious() {
        return dubious;
    }

    /** Asks the learner's process; that it does not answer well is the learner's doing. */
    JsonNode askRunner(ObjectNode question, Instant deadline) {
        if (runner.hasUnread()) {
            throw new Broken(BrokenLimit.Kind.FORGED);
        }
        try {
            runner.send(question, deadline);
            JsonNode answer = runner.receive(deadline);
            if (!answer.path("id").equals(question.path("id"))) {
                throw new Broken(BrokenLimit.Kind.FORGED);
            }
            return answer;
        } catch (BoxFault fault) {
            throw broken(fault);
        }
    }

    private Broken broken(BoxFault fault) {
        dubious = dubious || fault.isDoubtful();
        return new Broken(
                switch (fault.kind()) {
                    case TIMED_OUT ->
                        Instant.now().isBefore(end) ? BrokenLimit.Kind.CELL_TIME : BrokenLimit.Kind.TOTAL_TIME;
                    case ENDED -> fault.exitCode() == SIGXCPU ? BrokenLimit.Kind.TOTAL_TIME : BrokenLimit.Kind.ENDED;
                    case TOO_LONG -> BrokenLimit.Kind.VALUE_SIZE;
                    case MALFORMED -> BrokenLimit.Kind.FORGED;
                    case LOST -> throw new SandboxUnavailable("A sandbox was taken away while it worked");
                });
    }

    /** Gives the author's process something to do, and carries its questions to the learner's and back until it is done. */
    JsonNode askTester(ObjectNode request, Instant deadline) {
        Box box = tester.orElseThrow();
        Optional<Broken> stop = Optional.empty();
        try {
            box.send(request, deadline);
            while (true) {
                JsonNode said = box.receive(deadline);
                if (!said.has("ask")) {
                    if (!said.path("id").equals(request.path("id"))) {
                        throw new SandboxUnavailable("The tester answered another question");
                    }
                    if (stop.isPresent()) {
                        throw stop.get();
                    }
                    return said;
                }
                ObjectNode answer;
                try {
                    answer = answer((ObjectNode) said, deadline);
                } catch (Broken broken) {
                    stop = Optional.of(broken);
                    answer = JsonMapper.shared()
                            .createObjectNode()
                            .put("broken", broken.kind().name());
                }
                answer.set("ask", said.path("ask"));
                box.send(answer, deadline);
            }
        } catch (BoxFault fault) {
            if (stop.isPresent()) {
                throw stop.get();
            }
            if (fault.kind() == BoxFault.Kind.MALFORMED) {
                throw new SandboxUnavailable("The tester spoke nonsense");
            }
            dubious = dubious || fault.kind() == BoxFault.Kind.ENDED;
            throw broken(fault);
        }
    }

    private ObjectNode answer(ObjectNode said, Instant deadline) {
        String op = said.path("op").asString("");
        if (!QUESTIONS.contains(op)) {
            throw new SandboxUnavailable("The tester asked for " + op);
        }
        calls++;
        if (calls > limits.calls()) {
            throw new Broken(BrokenLimit.Kind.CALLS);
        }
        ObjectNode question = said.deepCopy();
        question.remove("ask");
        question.put("id", RANDOM.nextLong(1, LARGEST));
        ObjectNode answer = (ObjectNode) askRunner(question, deadline);
        answer.remove("id");
        answer.remove("broken");
        return answer;
    }
}
