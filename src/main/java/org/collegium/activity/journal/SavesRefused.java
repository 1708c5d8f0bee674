package org.collegium.activity.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.identity.AccountId;

/**
 * Saves came after the end of their work and were refused. Who owns the kind of work may note it, so that its owner reads that they do not count.
 *
 * @param saves none that was kept before the end, and none that says the same as what was
 */
public record SavesRefused(AccountId owner, String kind, UUID subject, List<Refused> saves, Instant at) {

    public SavesRefused {
        saves = List.copyOf(saves);
    }

    /**
     * One of them.
     *
     * @param sha256 of the content in UTF-8, in hexadecimal digits
     */
    public record Refused(String field, String sha256) {}
}
