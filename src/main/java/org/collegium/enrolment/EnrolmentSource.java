package org.collegium.enrolment;

/** How a learner came into a run. */
public enum EnrolmentSource {
    /** By themselves. */
    SELF,
    /** Somebody of the partner, or a registrar, enrolled them. */
    STAFF
}
