package org.collegium.integrity.similarity;

import java.util.UUID;
import org.collegium.identity.AccountId;

/**
 * Two texts that have much in common, in a list.
 *
 * @param share of the smaller text, 0 to 1
 */
public record FoundPair(
        UUID id,
        String unitKey,
        String part,
        UUID leftSource,
        UUID rightSource,
        AccountId left,
        String leftName,
        AccountId right,
        String rightName,
        double share) {}
