package org.collegium.partners;

import org.collegium.identity.Role;

/** A role that a person holds at a partner. */
public record Appointment(PartnerId partner, String partnerName, Role role) {}
