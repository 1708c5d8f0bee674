package org.collegium.credentials.keys;

import java.time.Instant;
import java.util.UUID;

/** Others may have a key; what the platform itself signed with it is to be signed anew. */
public record KeyCompromised(UUID key, Issuer issuer, Instant from) {}
