package org.collegium.source;

import java.util.Optional;

/** Opens a tree of files, wherever they come from. */
@FunctionalInterface
public interface SourceOpener {

    /**
     * The tree; empty when it was refused, and the faults then say why.
     *
     * @throws UnpackingEnded when whoever follows ends it, or there is no room for what is unpacked
     */
    Optional<SourceTree> open(SourceLimits limits, FaultSink faults, Unpacking watch);
}
