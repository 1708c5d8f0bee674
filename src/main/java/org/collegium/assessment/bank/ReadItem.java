package org.collegium.assessment.bank;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.activity.FileReference;
import org.collegium.assessment.Quiz;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;

/**
 * One question as it was read.
 *
 * @param quiz that has this question alone, as a preview shows it; empty when there is an error in it
 * @param faults at their lines and columns of the question
 * @param references to files
 */
public record ReadItem(Optional<Quiz> quiz, List<ImportFault> faults, List<FileReference> references) {

    public ReadItem {
        faults = List.copyOf(faults);
        references = List.copyOf(references);
    }

    /** The same with more that was found. */
    ReadItem with(List<ImportFault> more) {
        return new ReadItem(quiz, Stream.concat(faults.stream(), more.stream()).toList(), references);
    }

    /** Whether it can be saved. */
    public boolean readable() {
        return quiz.isPresent() && faults.stream().noneMatch(fault -> fault.severity() == FaultSeverity.ERROR);
    }
}
