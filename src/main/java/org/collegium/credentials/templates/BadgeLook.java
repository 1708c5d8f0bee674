package org.collegium.credentials.templates;

import java.util.Optional;

/**
 * What a badge takes from a template.
 *
 * @param colour {@code #rrggbb}
 * @param logo in the place of the platform's mark
 */
public record BadgeLook(String colour, Optional<Picture> logo) {}
