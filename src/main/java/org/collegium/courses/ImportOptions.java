package org.collegium.courses;

import java.util.Optional;
import org.collegium.source.SourceLimits;

/**
 * What is asked of an import.
 *
 * @param partner slug of the partner to whom the course shall belong; where it is absent the source must say it
 */
public record ImportOptions(Optional<String> partner, SourceLimits limits) {

    /** For a partner, with the standard limits. */
    public static ImportOptions forPartner(String slug) {
        return new ImportOptions(Optional.of(slug), SourceLimits.standard());
    }

    /** The source says to whom the course belongs. */
    public static ImportOptions standard() {
        return new ImportOptions(Optional.empty(), SourceLimits.standard());
    }
}
