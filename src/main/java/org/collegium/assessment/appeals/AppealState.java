package org.collegium.assessment.appeals;

/** What became of an appeal. */
public enum AppealState {
    WAITING,
    /** The answer has more points since. */
    GRANTED,
    DECLINED
}
