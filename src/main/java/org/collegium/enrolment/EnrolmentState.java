package org.collegium.enrolment;

/** Where an enrolment stands. */
public enum EnrolmentState {
    /** The learner is in. */
    ACTIVE,
    /** The learner left; what they did is kept, and they may join again. */
    WITHDRAWN
}
