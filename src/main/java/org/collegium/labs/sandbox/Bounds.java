package org.collegium.labs.sandbox;

import java.util.Map;
import java.util.TreeMap;

/** What a process in a sandbox may take at most, by the names of {@code getrlimit}; it gives up the rest before it runs anything of anybody's. */
final class Bounds {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long OPEN_FILES = 64;
    private static final long THREADS = 64;
    private static final long SIGNALS = 256;

    private Bounds() {}

    /** Where one process is all there is, and its user has no other. */
    public static Map<String, Long> alone(Limits limits) {
        Map<String, Long> bounds = new TreeMap<>(shared(limits));
        bounds.put("NPROC", THREADS);
        return bounds;
    }

    /** Where others of the same user run beside it, so that a number of processes would count theirs too. */
    public static Map<String, Long> shared(Limits limits) {
        return Map.of(
                "AS",
                limits.memoryMegabytes() * MEGABYTE,
                "CPU",
                (long) limits.cpuSeconds(),
                "FSIZE",
                0L,
                "NOFILE",
                OPEN_FILES,
                "CORE",
                0L,
                "MEMLOCK",
                0L,
                "MSGQUEUE",
                0L,
                "SIGPENDING",
                SIGNALS);
    }
}
