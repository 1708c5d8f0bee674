package org.collegium.assessment.marking;

/** How far the marking of an answer is. */
public enum MarkingState {
    /** It has no mark. */
    WAITING,
    /** It has one, and another marker is to give a second. */
    SECOND,
    /** It has two that differ, and somebody is to decide. */
    MODERATION,
    /** It is settled. */
    MARKED
}
