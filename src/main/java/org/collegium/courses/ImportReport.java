package org.collegium.courses;

import java.util.List;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;

/** What an import found: every fault at once, in the order of their places, and how much there is. */
public record ImportReport(List<ImportFault> faults, ImportCounts counts) {

    public ImportReport {
        faults = List.copyOf(faults);
    }

    /** Whether nothing stops the import. */
    public boolean importable() {
        return count(FaultSeverity.ERROR) == 0;
    }

    /** Whether nothing stops the course from being published as it is. */
    public boolean publishable() {
        return faults.stream().noneMatch(ImportFault::blocksPublishing);
    }

    public int count(FaultSeverity severity) {
        return (int)
                faults.stream().filter(fault -> fault.severity() == severity).count();
    }

    /** For programs: JSON of two levels, with fields in a fixed order. */
    public String json() {
        return ReportText.json(this);
    }

    /** For people at a terminal: lines of at most 100 characters, without colours. */
    public String text() {
        return ReportText.plain(this);
    }
}
