package org.collegium.labs.sandbox;

import java.util.List;

/** Opens sandboxes: live processes that read and write lines, and can be killed. One implementation for each place they run in. */
public interface SandboxLauncher extends AutoCloseable {

    /** The word for this kind of sandbox, as evidence names it. */
    String kind();

    /**
     * The runtimes that labs can name here, looked for when first asked.
     *
     * @throws SandboxUnavailable when there is none, with what mends it
     */
    List<LabRuntime> runtimes();

    /** Tries, by running one with this runtime, whether the sandbox holds what it promises. */
    Probe probe(LabRuntime runtime);

    /**
     * Opens a sandbox.
     *
     * @param files that the code inside may read; none for most labs
     * @throws SandboxUnavailable when it cannot be opened, which is never the learner's fault
     */
    Box open(LabRuntime runtime, Role role, Limits limits, LabFiles files);

    /** The most bytes that one file of a lab may have here. */
    default int largestFile() {
        return Integer.MAX_VALUE;
    }

    /** How many may be started at the same time before they are needed; more where starting is waiting rather than work. */
    default int startsAtOnce() {
        return 1;
    }

    /** Kills what is still open. */
    @Override
    void close();
}
