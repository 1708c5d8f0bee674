package org.collegium.courses;

import java.time.Instant;
import org.collegium.partners.PartnerId;

/**
 * A published version; it never changes.
 *
 * @param number 1 for the first version of a course
 */
public record CourseVersion(
        CourseVersionId id,
        CourseId course,
        PartnerId partner,
        int number,
        CourseManifest manifest,
        Instant publishedAt) {}
