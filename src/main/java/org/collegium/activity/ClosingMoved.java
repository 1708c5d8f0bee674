package org.collegium.activity;

import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * It was set anew when units of a run close, or how often they may be tried, so that results may be seen sooner; told in the transaction
 * that sets it.
 *
 * @param unitKey empty for all units of the run
 * @param learner null for everybody
 */
public record ClosingMoved(
        UUID run, String unitKey, @Nullable AccountId learner) {}
