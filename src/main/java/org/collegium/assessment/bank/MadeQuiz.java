package org.collegium.assessment.bank;

import java.util.List;
import org.collegium.source.SourceFile;

/**
 * A quiz for a draft, of questions of the bank or from another draft.
 *
 * @param text of its file
 * @param files that it shows and the draft does not have, at their paths from the root of the course
 */
public record MadeQuiz(String text, int questions, List<SourceFile> files) {

    public MadeQuiz {
        files = List.copyOf(files);
    }
}
