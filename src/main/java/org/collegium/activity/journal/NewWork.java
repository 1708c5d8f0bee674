package org.collegium.activity.journal;

import java.time.Instant;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody begins to work on.
 *
 * @param kind the kind of activity, for instance {@code lab}
 * @param subject what it belongs to, an id of the module that owns the kind; one work per owner, kind and subject
 * @param ends when saving ends; null for no end
 */
public record NewWork(
        AccountId owner,
        String kind,
        UUID subject,
        WorkHistory history,
        @Nullable Instant ends) {}
