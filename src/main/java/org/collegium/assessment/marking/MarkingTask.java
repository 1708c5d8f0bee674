package org.collegium.assessment.marking;

/** What a marker may do with an answer now. */
public enum MarkingTask {
    /** Give the first mark. */
    FIRST(MarkPart.FIRST),
    /** Give the second one, without seeing the first. */
    SECOND(MarkPart.SECOND),
    /** Give another first mark in place of one's own, while it is the only one. */
    CHANGE(MarkPart.FIRST),
    /** Decide between two marks that differ. */
    DECIDE(MarkPart.MODERATION),
    /** Decide otherwise than what counts, with a reason. */
    OVERRULE(MarkPart.MODERATION),
    /** Nothing: who gave one of two marks leaves the decision to somebody else. */
    ASIDE(MarkPart.MODERATION);

    private final MarkPart part;

    MarkingTask(MarkPart part) {
        this.part = part;
    }

    /** The mark that is given by it. */
    public MarkPart part() {
        return part;
    }

    /** Whether a reason must be given. */
    public boolean reasoned() {
        return part == MarkPart.MODERATION;
    }
}
