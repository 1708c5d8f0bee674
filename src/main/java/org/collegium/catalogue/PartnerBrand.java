package org.collegium.catalogue;

import java.util.Locale;
import org.collegium.partners.Partner;
import org.collegium.shared.BrandColour;
import org.collegium.shared.CourseCover;

/** What pages show of a partner beside its courses. */
public record PartnerBrand(String slug, String name, String shortName, BrandColour colour) {

    static PartnerBrand of(Partner partner) {
        return new PartnerBrand(
                partner.data().slug().value(),
                partner.data().name(),
                partner.data().shortName(),
                new BrandColour(partner.data().brandColour()));
    }

    /** Stands in for a partner that is gone. */
    static PartnerBrand unknown(String slug) {
        return new PartnerBrand(slug, slug, slug.substring(0, 1).toUpperCase(Locale.ROOT), BrandColour.DEFAULT);
    }

    /** Declarations for a {@code style} attribute. */
    public String css() {
        return colour.css();
    }

    /** The address of the drawn cover of one of its courses. */
    public String cover(String courseKey) {
        return new CourseCover(courseKey, colour).path();
    }
}
