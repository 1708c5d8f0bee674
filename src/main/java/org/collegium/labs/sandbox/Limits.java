package org.collegium.labs.sandbox;

/**
 * What one grading may use. A broken limit counts against the learner, with the reason shown.
 *
 * @param cellSeconds for one cell, the learner's or a test
 * @param totalSeconds for all cells and tests together
 * @param cpuSeconds of processor time of one process
 * @param memoryMegabytes of address space of one process
 * @param calls that tests may make into the learner's process
 * @param frameBytes of one message between processes
 * @param outputBytes kept of each output stream; what goes beyond is dropped
 */
public record Limits(
        int cellSeconds,
        int totalSeconds,
        int cpuSeconds,
        int memoryMegabytes,
        int calls,
        int frameBytes,
        int outputBytes) {

    public static final Limits USUAL = new Limits(10, 60, 30, 1024, 5_000, 8 * 1024 * 1024, 200 * 1024);

    /** As these, but with other times; processor time follows. */
    public Limits withSeconds(int cell, int total) {
        return new Limits(cell, total, Math.max(total / 2, cell), memoryMegabytes, calls, frameBytes, outputBytes);
    }

    public Limits withMemoryMegabytes(int megabytes) {
        return new Limits(cellSeconds, totalSeconds, cpuSeconds, megabytes, calls, frameBytes, outputBytes);
    }

    public Limits withCalls(int most) {
        return new Limits(cellSeconds, totalSeconds, cpuSeconds, memoryMegabytes, most, frameBytes, outputBytes);
    }
}
