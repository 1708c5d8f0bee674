package org.collegium.activity.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was saved.
 *
 * @param revision its place in the order of all entries of the work, from 1; earlier entries may have been dropped
 * @param field which part of the work, for instance a cell or a question
 * @param key made by the browser for this entry
 * @param device made by the browser for itself
 * @param sequence grows with each change made on the device
 * @param content what was typed, in the form of the work's kind
 * @param sha256 of the content in UTF-8, in hexadecimal digits
 */
public record WorkEntry(
        long revision,
        String field,
        UUID key,
        UUID device,
        long sequence,
        String content,
        String sha256,
        Instant savedAt) {}
