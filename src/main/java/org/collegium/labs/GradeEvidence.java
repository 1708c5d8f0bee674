package org.collegium.labs;

import java.time.Instant;
import org.collegium.labs.sandbox.Limits;

/**
 * What a grade rests on: with the same submission and plan it can be replayed, and gives the same verdict.
 *
 * @param submission SHA-256 of the learner's work
 * @param plan SHA-256 of the author's cells, limits and data
 * @param runtime SHA-256 of interpreter, packages and the platform's scripts
 * @param sandbox the kind of sandbox
 * @param seed of all that looks random in this grading
 * @param verdict SHA-256 of points and outcomes, messages apart
 */
public record GradeEvidence(
        String submission,
        String plan,
        String runtime,
        String sandbox,
        Limits limits,
        long seed,
        String verdict,
        Instant gradedAt) {}
