package org.collegium.credentials.templates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template in the list of a partner.
 *
 * @param published number of the newest version; null while there is none
 * @param standard whether courses that name none use it
 * @param courses how many courses name it
 * @param certificates how many were issued by its versions
 */
public record TemplateListItem(
        TemplateId id,
        String name,
        @Nullable Integer published,
        Instant changedAt,
        boolean retired,
        boolean standard,
        int courses,
        int certificates) {}
