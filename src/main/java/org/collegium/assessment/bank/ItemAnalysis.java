package org.collegium.assessment.bank;

import java.util.List;
import org.collegium.assessment.Question;
import org.jspecify.annotations.Nullable;

/**
 * How a question was answered.
 *
 * @param question as it stands in the latest of the files that were looked at
 * @param asked in how many attempts it was put
 * @param answered in how many of them it was answered
 * @param facility mean share of its points, 0 to 1; null when it was never put or has no key
 * @param discrimination see {@link Statistics}; null where it is not told
 * @param parts what was answered, for each part of the question
 */
public record ItemAnalysis(
        Question question,
        int asked,
        int answered,
        @Nullable Double facility,
        @Nullable Double discrimination,
        List<Part> parts) {

    public ItemAnalysis {
        parts = List.copyOf(parts);
    }

    /**
     * The answers to one part: the whole question, a prompt or a gap.
     *
     * @param name Markdown of the prompt or key of the gap; empty for the whole question
     * @param choice whether one chooses among what is listed; else it is the most frequent texts
     * @param counts of all options, or of at most ten texts
     * @param others how many answers are none of these
     */
    public record Part(String name, boolean choice, List<Count> counts, int others) {

        public Part {
            counts = List.copyOf(counts);
        }
    }

    /**
     * How often something was answered.
     *
     * @param text Markdown of an option, or what was typed
     * @param right null where that depends on the attempt
     */
    public record Count(String text, @Nullable Boolean right, int times) {}
}
