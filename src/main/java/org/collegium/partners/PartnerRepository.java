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

    @Query(
            "select partner.id.value as partner, partner.name as name, staff.role as role from Partner partner"
                    + " join partner.staff staff where staff.accountId = :account order by partner.name, partner.id, staff.role")
    List<NamedRole> appointmentsOf(UUID account);

    @Query("select partner from Partner partner where exists"
            + " (select 1 from partner.staff staff where staff.accountId = :account)")
    List<PartnerRecord> employing(UUID account);

    @Query("select staff.accountId as account, account.name as name, account.email as email, staff.role as role"
            + " from Partner partner join partner.staff staff join Account account on account.id.value = staff.accountId"
            + " where partner.id = :partner order by account.name, account.id, staff.role")
    List<StaffRole> staffOf(PartnerId partner);

    /** A role of a person who has a name. */
    interface StaffRole {
        UUID getAccount();

        String getName();

        String getEmail();

        Role getRole();
    }

    /** A role of one person at one partner, which has a name. */
    interface NamedRole extends HeldRole {
        String getName();
    }

    /** A role of one person at one partner. */
    interface HeldRole {
        UUID getPartner();

        Role getRole();
    }
}
