package org.collegium.partners;

import org.collegium.shared.RuleViolation;
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
        if (name.isBlank() || name.length() > 200) {
            throw new RuleViolation("partners.name.length", name.length());
        }
        if (shortName.isBlank() || shortName.length() > 12) {
            throw new RuleViolation("partners.short-name.length", shortName.length());
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new RuleViolation("partners.country.syntax", country);
        }
        if (homepage != null && (homepage.length() > 500 || !homepage.matches("https?://[^\\s/]+\\S*"))) {
            throw new RuleViolation("partners.homepage.syntax", homepage);
        }
        if (!brandColour.matches("#[0-9a-fA-F]{6}")) {
            throw new RuleViolation("partners.brand-colour.syntax", brandColour);
        }
        if (description.length() > 4000) {
            throw new RuleViolation("partners.description.length", description.length());
        }
    }
}
