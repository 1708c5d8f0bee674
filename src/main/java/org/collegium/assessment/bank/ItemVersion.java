package org.collegium.assessment.bank;

import java.time.Instant;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A saved version of an item; it never changes.
 *
 * @param number from 1
 * @param content the question as YAML of the course format
 * @param sha256 of the content, 64 hexadecimal digits
 * @param author null when the platform saved it, or the account was erased
 * @param note what its author said of it; may be empty
 */
public record ItemVersion(
        int number, String content, String sha256, @Nullable AccountId author, Instant savedAt, String note) {}
