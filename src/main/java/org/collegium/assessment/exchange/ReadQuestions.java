package org.collegium.assessment.exchange;

import java.util.List;
import java.util.Set;
import org.collegium.assessment.Question;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;

/**
 * What was read from a file of another platform.
 *
 * @param title of the whole, where it has one; may be empty
 * @param questions each fits into a quiz; their keys are unique
 * @param files that their texts point at, by the paths used there
 * @param faults with an error among them nothing should be taken over
 */
public record ReadQuestions(
        String title,
        List<ReadQuestion> questions,
        List<SourceFile> files,
        ExchangeCounts counts,
        List<ImportFault> faults) {

    public ReadQuestions {
        questions = List.copyOf(questions);
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** The questions alone. */
    public List<Question> asked() {
        return questions.stream().map(ReadQuestion::question).toList();
    }

    /** The same without some questions. */
    public ReadQuestions without(Set<String> keys) {
        List<ReadQuestion> others = questions.stream()
                .filter(read -> !keys.contains(read.question().key()))
                .toList();
        return new ReadQuestions(title, others, files, counts, faults);
    }

    /** Whether there is something to take over. */
    public boolean usable() {
        return !questions.isEmpty() && faults.stream().noneMatch(fault -> fault.severity() == FaultSeverity.ERROR);
    }
}
