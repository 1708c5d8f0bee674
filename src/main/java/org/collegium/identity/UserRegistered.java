package org.collegium.identity;

import java.time.Instant;

/** A person has an account. */
public record UserRegistered(AccountId account, Instant at) {}
