package org.collegium.courses.authoring;

import java.util.List;

/** What became of a text that an author wrote. */
public sealed interface KeepResult {

    /** SHA-256 of what the lesson says now. */
    String head();

    /**
     * The lesson says it now.
     *
     * @param text what was written, with what others wrote meanwhile
     */
    record Kept(String head, String text) implements KeepResult {}

    /**
     * Another author changed the same lines. The lesson is unchanged; what was written is in its history, set aside.
     *
     * @param parts the text with both where they differ
     * @param author who wrote the other; empty when it was brought otherwise
     */
    record Clashing(String head, List<LineMerge.Part> parts, String author) implements KeepResult {

        public Clashing {
            parts = List.copyOf(parts);
        }
    }
}
