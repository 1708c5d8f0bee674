package org.collegium.labs.sandbox;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** One open sandbox: a conversation in lines of JSON, one at a time in each direction. */
public interface Box extends AutoCloseable {

    /**
     * Sends a frame.
     *
     * @throws BoxFault when it is not taken before the deadline, or nobody is there any more
     */
    void send(JsonNode frame, Instant deadline);

    /**
     * Waits for the next frame.
     *
     * @throws BoxFault when none comes before the deadline, or it is none that can be read
     */
    JsonNode receive(Instant deadline);

    /** Whether something came that nobody has asked for. */
    boolean hasUnread();

    /** Whether its process still lives. */
    boolean isAlive();

    /** Kills all that runs in it and returns when it has ended. */
    @Override
    void close();
}
