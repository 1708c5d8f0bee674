package org.collegium.credentials.rules;

/** Who issues what is earned. */
public enum IssueMode {
    /** The platform, as soon as it is earned. */
    AUTOMATIC,
    /** A registrar, who finds whoever has earned it on the list. */
    APPROVAL,
    /** A registrar, by hand and with a reason; nobody is put on the list. */
    BY_HAND
}
