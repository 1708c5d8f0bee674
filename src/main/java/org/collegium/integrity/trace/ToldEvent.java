package org.collegium.integrity.trace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a browser tells; it may be anything, so what is not possible is brought into its bounds.
 *
 * @param key made by the browser, the same when it tells again
 * @param kind a word of {@link EventKind}
 * @param ago milliseconds between what happened and its telling
 * @param seconds how long it lasted
 * @param characters how many were pasted
 * @param window made at random by the tab for itself
 */
record ToldEvent(
        UUID key,
        String kind,
        @Nullable String question,
        long ago,
        @Nullable Integer seconds,
        @Nullable Integer characters,
        @Nullable UUID window) {}
