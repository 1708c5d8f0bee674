package org.collegium.credentials.signed;

import java.time.Instant;

/**
 * A certificate as a verifiable credential.
 *
 * @param document JSON-LD with a proof inside
 * @param token the same as a signed token
 */
public record SignedCredential(String document, String token, Instant at) {}
