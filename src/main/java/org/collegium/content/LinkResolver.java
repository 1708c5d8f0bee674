package org.collegium.content;

import java.util.List;
import java.util.Optional;

/**
 * Maps what a text points at to addresses of the page it is shown on.
 *
 * <p>It is asked for every destination inside the course, and for pictures elsewhere. Links with {@code http},
 * {@code https} and {@code mailto} and links within the text are settled without it. A fragment of the destination is
 * added to the address by the caller.
 */
@FunctionalInterface
public interface LinkResolver {

    /** Returns the target, or empty when there is none: then the reference is shown as text and reported. */
    Optional<LinkTarget> resolve(Reference reference);

    /** Returns what a table of contents in the text lists, in order; by default nothing. */
    default List<LinkTarget> contents() {
        return List.of();
    }

    /** A resolver that knows nothing inside the course. */
    static LinkResolver none() {
        return reference -> Optional.empty();
    }
}
