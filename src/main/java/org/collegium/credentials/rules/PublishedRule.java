package org.collegium.credentials.rules;

import java.time.Instant;

/**
 * A rule that holds, or held until the next one.
 *
 * @param number from 1
 * @param reason why it was published
 */
public record PublishedRule(int number, EarningRule rule, String reason, Instant at) {}
