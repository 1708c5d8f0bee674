package org.collegium.integrity.cases;

/** What a case began with. */
public enum CaseKind {
    /** Two texts that have much in common. */
    PAIR,
    /** What happened in an attempt. */
    TRACE
}
