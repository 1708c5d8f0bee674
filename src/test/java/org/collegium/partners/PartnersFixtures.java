package org.collegium.partners;

import org.collegium.shared.Slug;

/** Partners for tests. */
public final class PartnersFixtures {

    private PartnersFixtures() {}

    public static PartnerData university() {
        return new PartnerData(
                new Slug("fixture-university"),
                "Fixture University",
                "FU",
                PartnerKind.UNIVERSITY,
                "FI",
                "https://fixture.example.org",
                "#225577",
                "A university for tests.");
    }
}
