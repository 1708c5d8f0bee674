package org.collegium.credentials.templates;

import java.util.Locale;
import java.util.Optional;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.Issuer;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerData;
import org.collegium.partners.PartnerId;
import org.collegium.partners.PartnerKind;
import org.collegium.partners.Partners;
import org.collegium.shared.Slug;
import org.collegium.shared.messages.Messages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Whose templates there are: those of partners, and those of the alliance for its programmes. */
@Service
public class TemplateOwners {

    /** Under which name the alliance has its templates. */
    public static final PartnerId ALLIANCE = new PartnerId(Issuer.ALLIANCE.id());

    /** The colour of what the alliance issues. */
    public static final String ALLIANCE_COLOUR = "#0f6b4f";

    private static final Slug ALLIANCE_KEY = new Slug("alliance");

    private final Partners partners;
    private final Messages messages;

    TemplateOwners(Partners partners, Messages messages) {
        this.partners = partners;
        this.messages = messages;
    }

    /** What is needed to design for somebody: what registrars need to write programmes, where it is the alliance. */
    public static String designing(PartnerId owner) {
        return owner.equals(ALLIANCE) ? CredentialsPermissions.PROGRAMMES : CredentialsPermissions.TEMPLATES;
    }

    /** One query, none for the alliance. */
    @PreAuthorize("permitAll()")
    public Optional<Partner> find(PartnerId owner) {
        return owner.equals(ALLIANCE) ? Optional.of(alliance()) : partners.find(owner);
    }

    /** The one whose templates an address names; one query. */
    @PreAuthorize("permitAll()")
    public Optional<Partner> named(String key) {
        if (!Slug.isOne(key)) {
            return Optional.empty();
        }
        Optional<Partner> partner = partners.find(new Slug(key));
        return partner.isEmpty() && ALLIANCE_KEY.value().equals(key) ? Optional.of(alliance()) : partner;
    }

    /** The alliance as if it were a partner, to be named on templates and in addresses. */
    private Partner alliance() {
        String name = messages.getMessage("credentials.alliance", new Object[0], Locale.ENGLISH);
        return new Partner(
                ALLIANCE,
                new PartnerData(
                        ALLIANCE_KEY, name, "Collegium", PartnerKind.NON_PROFIT, "EU", null, ALLIANCE_COLOUR, ""));
    }
}
