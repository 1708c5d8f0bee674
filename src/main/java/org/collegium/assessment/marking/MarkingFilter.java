package org.collegium.assessment.marking;

/** Which answers a marker wants to see. */
public enum MarkingFilter {
    /** Those that this marker can mark: without a mark, or with one of somebody else and a second wanted. */
    WAITING,
    /** Those whose two marks differ. */
    DIFFERING,
    /** Those of which this marker has given a mark. */
    MINE,
    /** Those that are settled. */
    MARKED,
    ALL
}
