package org.collegium.identity;

/** What a person may be on the platform; one account may hold several. */
public enum Role {
    LEARNER(false),
    AUTHOR(true),
    INSTRUCTOR(true),
    REVIEWER(true),
    PARTNER_ADMINISTRATOR(true),
    REGISTRAR(false),
    OPERATOR(false);

    private final boolean ofPartner;

    Role(boolean ofPartner) {
        this.ofPartner = ofPartner;
    }

    /** Whether the role is held for one partner, not for the whole platform. */
    public boolean ofPartner() {
        return ofPartner;
    }
}
