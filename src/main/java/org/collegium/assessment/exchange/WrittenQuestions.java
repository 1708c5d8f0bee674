package org.collegium.assessment.exchange;

import java.util.List;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;

/**
 * A quiz in a format of another platform.
 *
 * @param faults name the question in place of a file
 */
public record WrittenQuestions(SourceFile file, ExchangeCounts counts, List<ImportFault> faults) {

    public WrittenQuestions {
        faults = List.copyOf(faults);
    }
}
