package org.collegium.labs.sandbox;

/** What a sandbox is opened for. */
public enum Role {
    /** Runs the learner's cells. */
    RUNNER("runner.py"),
    /** Runs the author's tests. */
    TESTER("tester.py"),
    /** Tries whether the sandbox holds. */
    PROBE("probe.py"),
    /** Says which interpreter this is and what it has. */
    INVENTORY("inventory.py");

    private final String script;

    Role(String script) {
        this.script = script;
    }

    /** The file in {@code /lab} that it begins with. */
    public String script() {
        return script;
    }
}
