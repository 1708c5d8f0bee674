package org.collegium.assessment.peer;

/** What is reviewed. */
public enum PeerReviewKind {
    /** An answer that the teacher has marked, to practise on. */
    EXAMPLE,
    /** The answer of somebody else. */
    PEER,
    /** One's own answer. */
    SELF
}
