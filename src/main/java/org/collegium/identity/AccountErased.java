package org.collegium.identity;

import java.time.Instant;

/** An account is being erased, in the current transaction; whoever keeps rows about the person removes them now. */
public record AccountErased(AccountId account, Instant at) {}
