package org.collegium.credentials;

import java.util.Optional;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of awards as it was understood.
 *
 * @param number in the file, from 1
 * @param award empty where something is wrong
 * @param fault what is wrong; null where nothing is
 */
public record AwardLine(
        int number,
        String email,
        String course,
        Optional<Award> award,
        @Nullable RuleViolation fault) {}
