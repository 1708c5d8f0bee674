package org.collegium.catalogue;

import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's place in the space Learn. */
@Configuration
class CatalogueNavigation {

    @Bean
    SpaceEntry catalogueEntry() {
        return SpaceEntry.page(Space.LEARN, "catalogue.entry", "/", Glyph.COMPASS, 10);
    }
}
