package org.collegium.courses;

import java.time.Instant;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * A course in the list of Studio.
 *
 * @param publishedNumber number of the newest version, null while nothing is published
 * @param draft whether there is a draft
 * @param unpublishedChanges whether the draft differs from the newest version
 * @param blocks how many things keep the draft from being published
 */
public record CourseListItem(
        CourseId id,
        PartnerId partner,
        String key,
        String title,
        String language,
        CourseState state,
        @Nullable Integer publishedNumber,
        boolean draft,
        boolean unpublishedChanges,
        int blocks,
        Instant changedAt) {}
