package org.collegium.credentials.sharing;

import java.time.Instant;
import java.util.List;
import org.collegium.credentials.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * What a link shows.
 *
 * @param certificates as they are now, the newest first; revoked and suspended ones say so
 * @param endsAt null while it does not end by itself
 */
public record SharedCertificates(
        List<Certificate> certificates, @Nullable Instant endsAt) {

    public SharedCertificates {
        certificates = List.copyOf(certificates);
    }
}
