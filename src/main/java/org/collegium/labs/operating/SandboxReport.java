package org.collegium.labs.operating;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.Probe;

/**
 * What trying the sandbox of a node showed.
 *
 * @param attempts what was tried inside and how each attempt ended, where the sandbox holds
 * @param reason what is wrong; empty where it holds
 * @param remedy the command or setting that mends it; empty where it holds
 */
public record SandboxReport(
        boolean sound,
        SortedMap<String, String> attempts,
        String reason,
        String remedy,
        List<Interpreter> runtimes,
        Instant at) {

    public SandboxReport {
        attempts = new TreeMap<>(attempts);
        runtimes = List.copyOf(runtimes);
    }

    /** An interpreter that labs can run in, with its packages by the names they are imported by. */
    public record Interpreter(String name, String version, SortedMap<String, String> packages) {

        public Interpreter {
            packages = new TreeMap<>(packages);
        }
    }

    static SandboxReport of(Probe probe, List<LabRuntime> runtimes, Instant at) {
        List<Interpreter> found = runtimes.stream()
                .map(each -> new Interpreter(each.name(), each.version(), new TreeMap<>(each.packages())))
                .toList();
        return switch (probe) {
            case Probe.Sound(Map<String, String> attempts) ->
                new SandboxReport(true, new TreeMap<>(attempts), "", "", found, at);
            case Probe.Broken(String reason, String remedy) ->
                new SandboxReport(false, new TreeMap<>(), reason, remedy, found, at);
        };
    }
}
