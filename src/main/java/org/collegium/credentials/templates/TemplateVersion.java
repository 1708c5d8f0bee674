package org.collegium.credentials.templates;

import java.time.Instant;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A published version, which never changes but that somebody who signs may be taken out.
 *
 * @param note what changed, as whoever published it said; may be empty
 * @param publishedBy null once their account is erased
 * @param forgottenAt when somebody was taken out of it; null when nobody was
 * @param certificates how many were issued by it
 */
public record TemplateVersion(
        int number,
        Design design,
        String note,
        Instant publishedAt,
        @Nullable AccountId publishedBy,
        @Nullable Instant forgottenAt,
        int certificates) {}
