package org.collegium.permissions;

import java.util.Locale;
import java.util.Optional;
import org.collegium.identity.Role;

/** The columns of the matrix: strangers, and one person for each role, who holds a partner's role at one partner only. */
enum Persona {
    STRANGER,
    LEARNER,
    AUTHOR,
    INSTRUCTOR,
    REVIEWER,
    PARTNER_ADMINISTRATOR,
    REGISTRAR,
    OPERATOR;

    /** What the person is beside a learner. */
    Optional<Role> role() {
        return this == STRANGER || this == LEARNER ? Optional.empty() : Optional.of(Role.valueOf(name()));
    }

    String title() {
        return this == PARTNER_ADMINISTRATOR ? "partner-admin" : name().toLowerCase(Locale.ROOT);
    }
}
