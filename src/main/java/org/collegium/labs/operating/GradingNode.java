package org.collegium.labs.operating;

import java.time.Instant;
import java.util.Optional;

/**
 * A node that grades labs.
 *
 * @param here whether it is the one that answers now
 * @param heard whether it has told of itself lately
 * @param workers how many submissions it grades at once
 * @param grading how many it grades now
 * @param report empty until its sandbox was tried
 * @param trying whether an operator has asked to try its sandbox again, and it has not yet
 * @param drained since when it takes nothing new; empty when it takes what there is
 */
public record GradingNode(
        String name,
        boolean here,
        boolean heard,
        Instant startedAt,
        Instant seenAt,
        int workers,
        int grading,
        Optional<SandboxReport> report,
        boolean trying,
        Optional<Instant> drained) {}
