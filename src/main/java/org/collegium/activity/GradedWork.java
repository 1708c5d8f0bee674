package org.collegium.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What learners handed in and what it was graded by, for those who attest it; the module of the kind contributes a bean.
 */
public interface GradedWork {

    /** Of each unit of a run the work that counts, the best; at most one query. */
    List<Graded> of(AccountId learner, UUID run);

    /**
     * Graded work.
     *
     * @param score 0 to 1
     * @param tests SHA-256 of the tests that it was graded with, in hexadecimal; null when unknown
     */
    record Graded(
            String unit, double score, Instant at, @Nullable String tests) {}
}
