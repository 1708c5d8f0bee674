package org.collegium.credentials.programmes;

import java.time.Instant;
import java.util.Optional;
import org.collegium.credentials.keys.Issuer;
import org.collegium.shared.Slug;

/**
 * A programme.
 *
 * @param version counts changes, so that two people do not overwrite each other
 * @param issuer whose key signs its certificates
 * @param draft as it is written now
 * @param published as the public sees it; empty while it was never published
 * @param number how often it was published
 */
public record Programme(
        ProgrammeId id,
        int version,
        Slug slug,
        Issuer issuer,
        State state,
        ProgrammeData draft,
        Optional<ProgrammeData> published,
        int number,
        Instant changedAt) {

    /** Whether the public sees it. */
    public enum State {
        DRAFT,
        PUBLISHED,
        /** Nobody earns it any more; what was issued stays. */
        RETIRED
    }

    /** Whether the draft is another one than what the public sees. */
    public boolean changed() {
        return published.filter(draft::equals).isEmpty();
    }
}
