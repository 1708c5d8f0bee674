package org.collegium.partners;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.Role;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PartnerRepository extends Repository<PartnerRecord, PartnerId> {

    PartnerRecord save(PartnerRecord partner);

    Optional<PartnerRecord> findById(PartnerId id);

    Optional<PartnerRecord> findBySlug(String slug);

    @Query("select partner from Partner partner order by partner.name, partner.id")
    List<PartnerRecord> listByName(Limit limit);

    @Query("select partner.id.value as partner, staff.role as role from Partner partner join partner.staff staff"
            + " where staff.accountId = :account")
    List<HeldRole> rolesOf(UUID account);

    /** A role of one person at one partner. */
    interface HeldRole {
        UUID getPartner();

        Role getRole();
    }
}
