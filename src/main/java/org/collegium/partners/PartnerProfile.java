package org.collegium.partners;

/**
 * What a partner says of itself; its name, kind and country are settled when it is admitted.
 *
 * @param shortName initials or a short form, 1 to 12 characters
 * @param homepage beginning with {@code https://} or {@code http://}, at most 500 characters; empty for none
 * @param brandColour as {@code #rrggbb}
 * @param description one paragraph, plain text, at most 4,000 characters
 */
public record PartnerProfile(String shortName, String homepage, String brandColour, String description) {

    /** What a partner says of itself now. */
    public static PartnerProfile of(PartnerData data) {
        return new PartnerProfile(
                data.shortName(),
                data.homepage() == null ? "" : data.homepage(),
                data.brandColour(),
                data.description());
    }

    PartnerData in(PartnerData data) {
        return new PartnerData(
                data.slug(),
                data.name(),
                shortName.strip(),
                data.kind(),
                data.country(),
                homepage.isBlank() ? null : homepage.strip(),
                brandColour.strip(),
                description.strip());
    }
}
