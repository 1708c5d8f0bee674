package org.collegium.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the list of those that were written.
 *
 * @param text null once it was sent
 */
public record MailListItem(
        UUID id,
        String recipient,
        String subject,
        @Nullable String text,
        @Nullable String html,
        String state,
        Instant queuedAt) {}
