package org.collegium.partners;

import java.util.Locale;
import org.collegium.shared.Slug;

/** Partners for tests. */
public final class PartnersFixtures {

    private PartnersFixtures() {}

    public static PartnerData university() {
        return named("Fixture University");
    }

    /** Whose key is made from the name. */
    public static PartnerData named(String name) {
        return new PartnerData(
                new Slug(name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "")),
                name,
                "FU",
                PartnerKind.UNIVERSITY,
                "FI",
                "https://fixture.example.org",
                "#225577",
                "A university for tests.");
    }
}
