package org.collegium.labs.grading;

import java.time.Duration;
import java.time.Instant;
import org.collegium.labs.sandbox.Box;
import org.collegium.labs.sandbox.BoxFault;
import tools.jackson.databind.JsonNode;

/** Asks a process at its end how much memory it took at most. */
final class MemoryUsed {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private MemoryUsed() {}

    /** In kilobytes; 0 when it does not say. */
    static int by(Box box) {
        Instant deadline = Instant.now().plus(PATIENCE);
        try {
            box.send(Conversation.request("used"), deadline);
            JsonNode answer = box.receive(deadline);
            return Math.max(0, answer.path("kilobytes").asInt(0));
        } catch (BoxFault silent) {
            return 0;
        }
    }
}
