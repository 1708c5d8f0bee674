package org.collegium.labs.sandbox;

import java.util.Map;

/** What trying a sandbox showed. */
public sealed interface Probe {

    /**
     * It holds.
     *
     * @param attempts what was tried inside, and how each attempt failed
     */
    record Sound(Map<String, String> attempts) implements Probe {
        public Sound {
            attempts = Map.copyOf(attempts);
        }
    }

    /**
     * It does not, and nothing may run in it.
     *
     * @param reason what happened
     * @param remedy the command or setting that mends it
     */
    record Broken(String reason, String remedy) implements Probe {}

    default boolean isSound() {
        return this instanceof Sound;
    }
}
