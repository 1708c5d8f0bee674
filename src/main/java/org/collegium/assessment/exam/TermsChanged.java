package org.collegium.assessment.exam;

import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a quiz is taken have changed.
 *
 * @param unitKey of the quiz; empty for all quizzes of the run
 * @param learner null for everybody
 */
public record TermsChanged(
        UUID run, String unitKey, @Nullable AccountId learner) {}
