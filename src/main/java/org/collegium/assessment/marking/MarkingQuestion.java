package org.collegium.assessment.marking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answers persons mark.
 *
 * @param stem Markdown
 * @param waiting answers without a mark
 * @param second answers that want a second mark
 * @param differing answers whose two marks differ
 * @param marked answers that are settled
 * @param earlier whether it was asked by a version that the run had before, and is asked no more
 * @param oldest when the one was submitted that has waited longest; null where none waits
 * @param peersUntil until when peers review what was handed in, and then give the marks; null where none do, or not any more
 */
public record MarkingQuestion(
        String unitKey,
        String unitTitle,
        String questionKey,
        String stem,
        double points,
        int waiting,
        int second,
        int differing,
        int marked,
        boolean earlier,
        @Nullable Instant oldest,
        @Nullable Instant peersUntil) {

    /** Answers that are not settled. */
    public int open() {
        return waiting + second + differing;
    }

    public int all() {
        return open() + marked;
    }
}
