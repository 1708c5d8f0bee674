package org.collegium.assessment.regrading;

/** Which grade counts where the new one differs. */
public enum RegradeRule {
    /** The better of both: nobody loses. */
    BETTER,
    /** The new one, also where it is less. */
    EXACT
}
