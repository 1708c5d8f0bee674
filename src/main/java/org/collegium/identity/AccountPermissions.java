package org.collegium.identity;

import java.util.UUID;

/** What somebody may do who is not signed in here, as where a ticket was given to them. */
public interface AccountPermissions {

    /** Whether the account holds the permission for the platform or for this partner; false when there is no such account. */
    boolean mayFor(AccountId account, String permission, UUID partner);
}
