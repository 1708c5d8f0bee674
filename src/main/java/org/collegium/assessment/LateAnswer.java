package org.collegium.assessment;

import java.io.Serializable;
import java.time.Instant;

/**
 * An answer that came after its attempt had ended, so that it does not count. What it said is not kept.
 *
 * @param question its key
 * @param sha256 of the answer as it came, in hexadecimal digits
 */
public record LateAnswer(String question, Instant at, String sha256) implements Serializable {}
