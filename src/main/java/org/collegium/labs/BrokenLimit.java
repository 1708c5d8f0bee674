package org.collegium.labs;

/**
 * A limit that a learner's work broke; it counts against the work, and the learner is told which one.
 *
 * @param gradeId the cell or test at which it happened; empty for a cell that the learner added
 */
public record BrokenLimit(Kind kind, String gradeId) {

    /** Which limit. */
    public enum Kind {
        /** One cell or test took too long. */
        CELL_TIME,
        /** All together took too long, or too much of the processor. */
        TOTAL_TIME,
        /** Tests called the learner's functions too often. */
        CALLS,
        /** A value was larger than may be handed over. */
        VALUE_SIZE,
        /** The code ended its own process, or made it end: by leaving, by too much memory, by a crash. */
        ENDED,
        /** The code answered in the place of the platform. */
        FORGED
    }
}
