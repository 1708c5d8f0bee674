package org.collegium.catalogue;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.partners.Partner;
import org.collegium.shared.BrandColour;
import org.collegium.shared.CourseCover;

/** What pages show of a partner beside its courses. */
public record PartnerBrand(String slug, String name, BrandColour colour) {

    private static final int MOST_INITIALS = 3;

    static PartnerBrand of(Partner partner) {
        return new PartnerBrand(
                partner.data().slug().value(),
                partner.data().name(),
                new BrandColour(partner.data().brandColour()));
    }

    /** Stands in for a partner that is gone. */
    static PartnerBrand unknown(String slug) {
        return new PartnerBrand(slug, slug, BrandColour.DEFAULT);
    }

    /** The first letters of the words of its name that begin with a capital, at most three. */
    public String initials() {
        String initials = Stream.of(name.split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .filter(word -> !Character.isLowerCase(word.codePointAt(0)))
                .map(word -> Character.toString(word.codePointAt(0)))
                .limit(MOST_INITIALS)
                .collect(Collectors.joining());
        return initials.isEmpty() ? name.substring(0, 1).toUpperCase(Locale.ROOT) : initials;
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
