package org.collegium.identity;

import java.time.Instant;

/**
 * An account is being erased, in the current transaction; whoever keeps rows about the person removes them now. It is told a second time some
 * minutes later, for what was under way the first time.
 */
public record AccountErased(AccountId account, Instant at) {}
