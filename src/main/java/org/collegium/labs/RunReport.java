package org.collegium.labs;

import java.util.List;
import java.util.Optional;

/** What came of running a notebook on the server without grading it. */
public sealed interface RunReport {

    /** It ran, as far as the limits let it. */
    record Ran(List<CellOutput> outputs, Optional<BrokenLimit> broken) implements RunReport {
        public Ran {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * The platform could not.
     *
     * @param reason for operators
     */
    record Postponed(String reason) implements RunReport {}
}
