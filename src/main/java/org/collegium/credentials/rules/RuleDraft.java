package org.collegium.credentials.rules;

import java.time.Instant;

/**
 * A rule that does not hold yet.
 *
 * @param version counts its changes, from 1
 */
public record RuleDraft(int version, EarningRule rule, Instant changedAt) {}
