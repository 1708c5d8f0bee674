package org.collegium.partners.ui;

import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.Slug;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a partner's own matters are in Studio, and where registrars admit partners. */
@Configuration
public class PartnersNavigation {

    static final String PARTNERS = "registry/partners";
    static final String ORGANISATION = "studio/organisation";

    @Bean
    AddressedThing organisationOfAddress(Partners partners) {
        return new AddressedThing(
                OrganisationView.class,
                address -> address.get("partner")
                        .map(slug -> Slug.isOne(slug)
                                && partners.find(new Slug(slug)).isPresent())
                        .orElse(true));
    }

    @Bean
    SpaceEntry partnersEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "partners.list.entry",
                "/" + PARTNERS,
                Glyph.BUILDING_2,
                30,
                () -> access.may(PartnersPermissions.ADMIT));
    }

    @Bean
    SpaceEntry organisationEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "partners.organisation.entry",
                "/" + ORGANISATION,
                Glyph.BUILDING_2,
                60,
                () -> !access.partners(PartnersPermissions.STAFF).isEmpty());
    }
}
