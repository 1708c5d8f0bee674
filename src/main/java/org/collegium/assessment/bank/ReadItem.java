package org.collegium.assessment.bank;

import java.util.List;
import java.util.Optional;
import org.collegium.assessment.Quiz;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;

/**
 * One question as it was read.
 *
 * @param quiz that has this question alone, as a preview shows it; empty when there is an error in it
 * @param faults at their lines and columns of the question
 */
public record ReadItem(Optional<Quiz> quiz, List<ImportFault> faults) {

    public ReadItem {
        faults = List.copyOf(faults);
    }

    /** Whether it can be saved. */
    public boolean readable() {
        return quiz.isPresent() && faults.stream().noneMatch(fault -> fault.severity() == FaultSeverity.ERROR);
    }
}
