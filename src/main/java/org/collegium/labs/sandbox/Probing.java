package org.collegium.labs.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges what the probe reports from inside a sandbox.
 *
 * @param attempts that must have failed, each with one of the errors by which a system refuses
 * @param remedy what to tell operators when one did not
 */
record Probing(List<String> attempts, String remedy) {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int NOBODY = 65_534;
    private static final Set<String> REFUSALS = Set.of(
            "PermissionError",
            "FileNotFoundError",
            "NotADirectoryError",
            "OSError",
            "BlockingIOError",
            "TimeoutError",
            "ConnectionRefusedError");

    public Probing {
        attempts = List.copyOf(attempts);
    }

    /** What the probe is asked; {@code connect} names a host and a port that it must not reach. */
    public static ObjectNode question() {
        return JsonMapper.shared().createObjectNode();
    }

    /**
     * Asks it and judges its answer.
     *
     * @throws BoxFault when it does not answer
     */
    public Probe of(Box box, ObjectNode question) {
        Instant deadline = Instant.now().plus(TIME);
        box.send(question, deadline);
        return judged(box.receive(deadline));
    }

    Probe judged(JsonNode found) {
        Map<String, String> ends = new TreeMap<>();
        for (String attempt : attempts) {
            String end = found.path(attempt).asString("not tried");
            ends.put(attempt, end);
            if (!REFUSALS.contains(end)) {
                return broken("the attempt “" + attempt + "” ended with: " + end);
            }
        }
        if (!found.path("ok").asBoolean(false) || !found.path("environment").isEmpty()) {
            return broken("the environment shows: " + found.path("environment"));
        }
        if (found.path("user").asInt(0) != NOBODY) {
            return broken("code runs as the user: " + found.path("user"));
        }
        if (!found.path("capabilities").asString("?").isEmpty()) {
            return broken("code has the capabilities: " + found.path("capabilities"));
        }
        return new Probe.Sound(ends);
    }

    private Probe broken(String what) {
        return new Probe.Broken("Inside the sandbox " + what, remedy);
    }
}
