package org.collegium.partners;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.identity.RoleSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells identity which roles people hold at partners; they go with the account. */
@Component
class StaffRoles implements RoleSource, PersonalDataExport {

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

    @EventListener
    void on(AccountErased erased) {
        partners.employing(erased.account().value()).forEach(partner -> partner.forget(erased.account()));
    }

    @Override
    public String name() {
        return "rolesAtPartners";
    }

    @Override
    public Set<String> tables() {
        return Set.of("partner_staff");
    }

    @Override
    public Object dataOf(AccountId account) {
        return partners.appointmentsOf(account.value()).stream()
                .map(held ->
                        Map.of("partner", held.getName(), "role", held.getRole().name()))
                .toList();
    }
}
