package org.collegium.partners;

import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;

/** Somebody who works for a partner, with the roles they hold there. */
public record StaffMember(AccountId account, String name, String email, Set<Role> roles) {

    public StaffMember {
        roles = Set.copyOf(roles);
    }
}
