package org.collegium.identity;

import java.util.List;
import java.util.UUID;

/** Contributes roles that an account holds for a partner; the module that keeps the staff implements it. */
public interface RoleSource {

    /** Returns the partner roles of an account, empty when it has none. */
    List<PartnerRole> rolesOf(AccountId account);

    /**
     * A role held for one partner.
     *
     * @param partner id of the partner
     */
    record PartnerRole(Role role, UUID partner) {}
}
