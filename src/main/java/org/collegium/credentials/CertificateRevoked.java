package org.collegium.credentials;

import java.time.Instant;

/** A certificate is no longer valid. */
public record CertificateRevoked(CertificateId certificate, String reason, Instant at) {}
