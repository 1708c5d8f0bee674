package org.collegium.source;

import java.util.List;
import java.util.TreeSet;

/** The faults found so far, in the order of their places, each once. */
public final class FaultList implements FaultSink {

    private static final int MOST = 2_000;

    private final TreeSet<ImportFault> faults = new TreeSet<>();
    private int errors;
    private boolean full;

    @Override
    public void report(ImportFault fault) {
        if (full) {
            return;
        }
        if (faults.add(fault) && fault.severity() == FaultSeverity.ERROR) {
            errors++;
        }
        if (faults.size() >= MOST) {
            full = true;
            // It may be there already, from another list that was full.
            if (faults.add(ImportFault.of(FaultSeverity.ERROR, true, Place.EVERYWHERE, "too-many-faults", MOST))) {
                errors++;
            }
        }
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** How many errors there are; two readings of it tell whether a step found any. */
    public int errors() {
        return errors;
    }

    public List<ImportFault> faults() {
        return List.copyOf(faults);
    }
}
