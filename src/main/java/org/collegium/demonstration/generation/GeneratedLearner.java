package org.collegium.demonstration.generation;

import java.time.Instant;
import java.util.UUID;

/**
 * A learner who was generated.
 *
 * @param ability the chance to answer a question rightly, 0 to 1
 */
record GeneratedLearner(UUID id, String name, Instant since, double ability) {}
