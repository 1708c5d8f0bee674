package org.collegium.credentials.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.credentials.CertificateId;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows some certificates to whoever has it.
 *
 * @param name what its owner calls it; not shown to others; may be empty
 * @param endsAt null while it does not end by itself
 */
public record ShareLink(
        UUID id,
        ShareToken token,
        String name,
        List<CertificateId> certificates,
        Instant madeAt,
        @Nullable Instant endsAt) {

    public ShareLink {
        certificates = List.copyOf(certificates);
    }

    /** Whether it still shows something. */
    public boolean open(Instant now) {
        return endsAt == null || endsAt.isAfter(now);
    }
}
