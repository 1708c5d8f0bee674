package org.collegium.courses;

import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * A course in short.
 *
 * @param key unique within the partner
 * @param title of the draft while nothing is published, else of the newest version
 * @param variantOf key of the course of the same partner of which this is a language variant
 * @param latest the newest version, null while nothing is published
 */
public record CourseReference(
        CourseId id,
        PartnerId partner,
        String key,
        String title,
        String language,
        @Nullable String variantOf,
        CourseState state,
        @Nullable CourseVersionId latest) {}
