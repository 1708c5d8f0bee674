package org.collegium.partners;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.Role;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PartnerRepository extends Repository<PartnerRecord, PartnerId> {

    PartnerRecord save(PartnerRecord partner);

    Optional<PartnerRecord> findById(PartnerId id);

    Optional<PartnerRecord> findBySlug(String slug);

    String MATCHING = " from Partner partner where (:pattern = '%%' or partner.name like :pattern escape '!'"
            + " or partner.shortName like :pattern escape '!' or partner.slug like :pattern escape '!')";
    String AMONG = MATCHING + " and (:everywhere = true or partner.id.value in :ids)";
    String PAGED = " order by partner.name, partner.id limit :limit offset :offset";

    @Query("select partner" + MATCHING + PAGED)
    List<PartnerRecord> search(String pattern, int limit, int offset);

    @Query("select partner" + AMONG + PAGED)
    List<PartnerRecord> searchAmong(boolean everywhere, Collection<UUID> ids, String pattern, int limit, int offset);

    @Query("select count(partner)" + AMONG)
    int countAmong(boolean everywhere, Collection<UUID> ids, String pattern);

    @Query("select count(partner)" + MATCHING)
    int count(String pattern);

    @Query("select partner from Partner partner order by partner.name, partner.id")
    List<PartnerRecord> all();

    @Query("select partner from Partner partner where partner.id in :ids order by partner.name, partner.id")
    List<PartnerRecord> findAmong(Collection<PartnerId> ids);

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
