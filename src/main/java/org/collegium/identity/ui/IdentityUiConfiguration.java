package org.collegium.identity.ui;

import org.collegium.identity.Access;
import org.collegium.identity.Accounts;
import org.collegium.identity.AddressedThing;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.PublicAddresses;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where identity's pages and views stand in the frame, and which of them strangers reach. */
@Configuration
class IdentityUiConfiguration {

    @Bean
    PublicAddresses addressesForStrangers() {
        return PublicAddresses.of(
                "/sign-in",
                "/sign-up",
                "/forgot",
                "/reset/*",
                "/confirm/*",
                "/confirm-address/*",
                "/terms",
                "/privacy");
    }

    @Bean
    AddressedThing personOfAddress(Accounts accounts) {
        return new AddressedThing(
                PersonView.class, address -> PersonView.named(address, accounts).isPresent());
    }

    @Bean
    SpaceEntry peopleEntry(Access access) {
        return SpaceEntry.view(
                Space.OPERATIONS,
                "identity.people.entry",
                "/operations/people",
                Glyph.USERS,
                30,
                () -> access.may(IdentityPermissions.ROLES));
    }
}
