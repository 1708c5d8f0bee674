package org.collegium.assessment.regrading;

import java.io.Serializable;
import org.collegium.content.BlobId;

/**
 * A quiz file by which attempts in a run were asked.
 *
 * @param attempts that are submitted
 * @param current whether the run asks by it now
 * @param corrected whether another key than its own holds
 */
public record AskedFile(BlobId file, int attempts, boolean current, boolean corrected) implements Serializable {}
