package org.collegium.courses.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted at a time.
 *
 * @param number from 1
 * @param hash of the manifest
 * @param by name; null when that person has no account any more
 */
public record ReviewRound(
        int number, String hash, String note, @Nullable String by, Instant at) {}
