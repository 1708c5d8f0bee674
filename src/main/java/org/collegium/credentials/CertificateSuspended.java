package org.collegium.credentials;

import java.time.Instant;

/** A certificate is not to be relied on until that is lifted. */
public record CertificateSuspended(CertificateId certificate, String reason, Instant at) {}
