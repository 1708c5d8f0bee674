package org.collegium.courses.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.springframework.stereotype.Component;

/** The partners for which the current person holds a permission. */
@Component
class OwnPartners {

    private final Partners partners;
    private final Access access;

    OwnPartners(Partners partners, Access access) {
        this.partners = partners;
        this.access = access;
    }

    /** By name; all of them for those who hold the permission for the platform. */
    List<Partner> holding(String permission) {
        boolean all = access.may(permission);
        Set<UUID> held = access.partners(permission);
        return partners.list().stream()
                .filter(partner -> all || held.contains(partner.id().value()))
                .toList();
    }

    Map<PartnerId, String> names() {
        return partners.list().stream()
                .collect(Collectors.toMap(Partner::id, partner -> partner.data().name()));
    }
}
