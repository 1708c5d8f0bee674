package org.collegium.partners.ui;

import org.collegium.identity.Access;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a partner's own matters are in Studio. */
@Configuration
public class PartnersNavigation {

    static final String ORGANISATION = "studio/organisation";

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
