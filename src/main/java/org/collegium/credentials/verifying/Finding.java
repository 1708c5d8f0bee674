package org.collegium.credentials.verifying;

/**
 * What one step of verifying found, in plain words.
 *
 * @param step Signature, Issuer, Status or Dates
 */
public record Finding(String step, boolean good, String words) {}
