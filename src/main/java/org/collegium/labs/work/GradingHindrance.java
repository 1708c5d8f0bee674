package org.collegium.labs.work;

import java.time.Instant;

/** Why nothing that was handed in is graded at the moment; it is all kept. */
public sealed interface GradingHindrance {

    /**
     * An operator paused it.
     *
     * @param told the operator's words; may be empty
     */
    record Paused(Instant since, String told) implements GradingHindrance {}

    /** On no node does the sandbox hold. */
    record Broken() implements GradingHindrance {}

    /** Every node is being emptied, as before a change of machines. */
    record Drained() implements GradingHindrance {}
}
