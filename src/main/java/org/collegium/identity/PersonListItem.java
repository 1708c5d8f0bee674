package org.collegium.identity;

import java.time.Instant;
import java.util.Set;

/** A row in the list of people. */
public record PersonListItem(
        AccountId id, String name, String email, boolean confirmed, Set<Role> roles, Instant registeredAt) {

    public PersonListItem {
        roles = Set.copyOf(roles);
    }
}
