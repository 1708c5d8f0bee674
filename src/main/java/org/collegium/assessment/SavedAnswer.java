package org.collegium.assessment;

import java.io.Serializable;
import java.time.Instant;

/**
 * An answer that is kept.
 *
 * @param sequence of the change that made it
 */
public record SavedAnswer(Answer answer, long sequence, Instant savedAt) implements Serializable {}
