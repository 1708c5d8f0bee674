package org.collegium.labs.work;

import java.util.List;
import java.util.Optional;
import org.collegium.labs.BrokenLimit;
import org.collegium.labs.CellOutput;

/**
 * How far a run on the server is.
 *
 * @param ahead how many other runs are before it; 0 unless it waits
 * @param running index of the cell that runs or ran last; -1 before the first
 * @param shown what cells have shown that the asker did not know yet, in the order in which they ended
 * @param broken the limit that ended it, if one did
 */
public record ServerRunState(
        Phase phase, int ahead, int running, List<CellOutput> shown, Optional<BrokenLimit.Kind> broken) {

    public ServerRunState {
        shown = List.copyOf(shown);
    }

    /** What it is doing. */
    public enum Phase {
        WAITING,
        RUNNING,
        ENDED,
        STOPPED,
        /** The platform could not run it; nothing is said of the work. */
        FAILED
    }
}
