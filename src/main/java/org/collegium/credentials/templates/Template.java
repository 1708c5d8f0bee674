package org.collegium.credentials.templates;

import java.time.Instant;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * A template with its draft.
 *
 * @param revision of the draft; whoever saves says which one they began from
 * @param published number of the newest version; null while there is none
 * @param changedBy null once their account is erased
 * @param retiredAt null while it may be used
 */
public record Template(
        TemplateId id,
        PartnerId partner,
        String name,
        Design design,
        int revision,
        @Nullable Integer published,
        Instant changedAt,
        @Nullable AccountId changedBy,
        @Nullable Instant retiredAt) {

    public boolean retired() {
        return retiredAt != null;
    }
}
