package org.collegium.partners;

import java.util.Objects;
import org.collegium.shared.Rules;
import org.collegium.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a partner.
 *
 * @param shortName initials or a short form, 1 to 12 characters
 * @param country ISO 3166-1 alpha-2
 * @param brandColour as {@code #rrggbb}
 * @param description one paragraph, plain text
 */
public record PartnerData(
        Slug slug,
        String name,
        String shortName,
        PartnerKind kind,
        String country,
        @Nullable String homepage,
        String brandColour,
        String description) {

    public PartnerData {
        new Rules()
                .that(!name.isBlank() && name.length() <= 200, "partners.name.length", name.length())
                .that(
                        !shortName.isBlank() && shortName.length() <= 12,
                        "partners.short-name.length",
                        shortName.length())
                .that(country.matches("[A-Z]{2}"), "partners.country.syntax", country)
                .that(homepage == null || isAddress(homepage), "partners.homepage.syntax", Objects.toString(homepage))
                .that(brandColour.matches("#[0-9a-fA-F]{6}"), "partners.brand-colour.syntax", brandColour)
                .that(description.length() <= 4000, "partners.description.length", description.length())
                .hold();
    }

    private static boolean isAddress(String homepage) {
        return homepage.length() <= 500 && homepage.matches("https?://[^\\s/]+\\S*");
    }
}
