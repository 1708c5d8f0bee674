package org.collegium.partners;

import java.util.List;
import org.collegium.identity.AccountId;
import org.collegium.identity.RoleSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells identity which roles people hold at partners. */
@Component
class StaffRoles implements RoleSource {

    private final PartnerRepository partners;

    StaffRoles(PartnerRepository partners) {
        this.partners = partners;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartnerRole> rolesOf(AccountId account) {
        return partners.rolesOf(account.value()).stream()
                .map(held -> new PartnerRole(held.getRole(), held.getPartner()))
                .toList();
    }
}
