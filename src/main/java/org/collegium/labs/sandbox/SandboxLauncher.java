package org.collegium.labs.sandbox;

/** Opens sandboxes: live processes that read and write lines, and can be killed. One implementation for each place they run in. */
public interface SandboxLauncher extends AutoCloseable {

    /** The word for this kind of sandbox, as evidence names it. */
    String kind();

    /** Tries, by running one, whether the sandbox holds what it promises. */
    Probe probe();

    /**
     * Opens a sandbox.
     *
     * @param files that the code inside may read; none for most labs
     * @throws SandboxUnavailable when it cannot be opened, which is never the learner's fault
     */
    Box open(LabRuntime runtime, Role role, Limits limits, LabFiles files);

    /** Kills what is still open. */
    @Override
    void close();
}
