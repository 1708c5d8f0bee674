package org.collegium.credentials;

import java.time.Instant;

/** A certificate was revoked since another one with another name takes its place. */
public record CertificateReplaced(CertificateId certificate, Instant at) {}
