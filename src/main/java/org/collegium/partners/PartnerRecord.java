package org.collegium.partners;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.jspecify.annotations.Nullable;

/** The partner aggregate: what the organisation is, and who works for it. */
@Entity(name = "Partner")
@Table(name = "partner")
class PartnerRecord {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PartnerId id;

    @Version
    private int version;

    private String slug;
    private String name;
    private String shortName;

    @Enumerated(EnumType.STRING)
    private PartnerKind kind;

    private String country;
    private @Nullable String homepage;
    private String brandColour;
    private String description;
    private Instant admittedAt;

    @ElementCollection
    @CollectionTable(name = "partner_staff", joinColumns = @JoinColumn(name = "partner_id"))
    private Set<HeldRole> staff = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected PartnerRecord() {}

    @SuppressWarnings("NullAway.Init")
    static PartnerRecord admit(PartnerData data, Instant now) {
        PartnerRecord partner = new PartnerRecord();
        partner.id = PartnerId.next();
        partner.admittedAt = now;
        partner.describe(data);
        return partner;
    }

    void describe(PartnerData data) {
        slug = data.slug().value();
        name = data.name();
        shortName = data.shortName();
        kind = data.kind();
        country = data.country();
        homepage = data.homepage();
        brandColour = data.brandColour();
        description = data.description();
    }

    void appoint(AccountId account, Role role) {
        if (!role.ofPartner()) {
            throw new RuleViolation("partners.staff.role", role);
        }
        staff.add(new HeldRole(account.value(), role));
    }

    void dismiss(AccountId account, Role role) {
        staff.remove(new HeldRole(account.value(), role));
    }

    /** Takes all roles of a person away. */
    void forget(AccountId account) {
        staff.removeIf(member -> member.accountId().equals(account.value()));
    }

    Partner seen() {
        return new Partner(
                id,
                new PartnerData(new Slug(slug), name, shortName, kind, country, homepage, brandColour, description));
    }

    PartnerId id() {
        return id;
    }

    /** One role of one person at this partner. */
    @Embeddable
    record HeldRole(
            @Column(name = "account_id") UUID accountId,
            @Enumerated(EnumType.STRING) Role role) implements Serializable {}
}
