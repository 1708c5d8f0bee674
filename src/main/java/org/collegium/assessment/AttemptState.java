package org.collegium.assessment;

/** Where an attempt is. */
public enum AttemptState {
    OPEN,
    SUBMITTED
}
