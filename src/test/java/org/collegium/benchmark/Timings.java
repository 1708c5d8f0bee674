package org.collegium.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took, by the kind of request; kept in a file of lines "kind tab milliseconds". */
final class Timings {

    private final Map<String, ConcurrentLinkedQueue<Integer>> byKind = new ConcurrentHashMap<>();

    void add(String kind, int millis) {
        byKind.computeIfAbsent(kind, absent -> new ConcurrentLinkedQueue<>()).add(millis);
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, times) -> times.forEach(time -> lines.add(kind + "\t" + time)));
        try {
            Files.write(file, lines);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static Timings read(Path file) {
        Timings timings = new Timings();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 2);
                timings.add(parts[0], Integer.parseInt(parts[1]));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return timings;
    }

    int count() {
        return byKind.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
    }

    int count(String kind) {
        return byKind.getOrDefault(kind, new ConcurrentLinkedQueue<>()).size();
    }

    /** The time below which the share of all answers lies. */
    int percentile(double share) {
        return percentile(
                byKind.values().stream()
                        .flatMap(ConcurrentLinkedQueue::stream)
                        .mapToInt(Integer::intValue)
                        .toArray(),
                share);
    }

    /** Each kind with its number, median and 95th percentile. */
    String table() {
        StringBuilder table = new StringBuilder();
        new TreeMap<>(byKind).forEach((kind, times) -> {
            int[] sorted = times.stream().mapToInt(Integer::intValue).toArray();
            table.append(String.format(
                    Locale.ROOT,
                    "%s n=%d median=%d ms p95=%d ms; ",
                    kind,
                    sorted.length,
                    percentile(sorted, 0.5),
                    percentile(sorted, 0.95)));
        });
        return table.toString();
    }

    int percentile(String kind, double share) {
        return percentile(
                byKind.getOrDefault(kind, new ConcurrentLinkedQueue<>()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray(),
                share);
    }

    private static int percentile(int[] times, double share) {
        Arrays.sort(times);
        return times.length == 0 ? 0 : times[(int) Math.min(times.length - 1L, Math.round(share * times.length))];
    }
}
