package org.collegium.courses.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;

/** Counts by their names in the source the small things that are left out, so that one line of the report says them all. */
public final class LeftOut {

    private static final int MOST_NAMES = 30;

    private final Map<String, Integer> times = new TreeMap<>();

    /** @param name as the source calls it */
    public void add(String name) {
        add(name, 1);
    }

    /** @param more how often; for nothing, nothing is said */
    public void add(String name, int more) {
        if (more > 0) {
            times.merge(name, more, Integer::sum);
        }
    }

    /** Reports all, if there is any, as the last argument of the fault. */
    public void tell(FaultSink faults, Place at, String code, Object... before) {
        if (times.isEmpty()) {
            return;
        }
        String names = times.entrySet().stream()
                .limit(MOST_NAMES)
                .map(one -> one.getKey() + (one.getValue() > 1 ? " (" + one.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
        Object[] arguments = Arrays.copyOf(before, before.length + 1, Object[].class);
        arguments[before.length] = times.size() > MOST_NAMES ? names + ", …" : names;
        faults.note(at, code, arguments);
    }
}
