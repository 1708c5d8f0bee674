package org.collegium.learning;

/**
 * Which learners of a run a list shows.
 *
 * @param text part of the name or the address; empty for all
 * @param needingAttention whether only those whom the {@link AttentionRule} names
 */
public record LearnerFilter(String text, boolean needingAttention, Sort sort, boolean ascending) {

    /** Everybody by name. */
    public static final LearnerFilter ALL = new LearnerFilter("", false, Sort.NAME, true);

    /** In which order. */
    public enum Sort {
        NAME,
        PROGRESS,
        LAST_ACTIVITY,
        JOINED
    }
}
