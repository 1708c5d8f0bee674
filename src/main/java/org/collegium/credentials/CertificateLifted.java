package org.collegium.credentials;

import java.time.Instant;

/** A certificate that was suspended is valid again. */
public record CertificateLifted(CertificateId certificate, String reason, Instant at) {}
