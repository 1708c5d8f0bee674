package org.collegium.assessment.peer;

/** How far the peer reviews of a question are. */
public enum PeerPhase {
    /** Learners answer; nobody reviews yet. */
    SUBMIT,
    /** They review each other. */
    REVIEW,
    /** They review their own. */
    SELF,
    /** The marks are given. */
    DONE
}
