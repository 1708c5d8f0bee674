package org.collegium.credentials.rules;

import java.time.Instant;

/**
 * That a registrar has seen who somebody is.
 *
 * @param how by what, such as a passport shown on the day of the exam
 */
public record IdentityCheck(String how, Instant at) {}
