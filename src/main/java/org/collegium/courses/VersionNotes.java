package org.collegium.courses;

import org.collegium.shared.RuleViolation;

/**
 * What the publisher of a version says of it.
 *
 * @param markdown at most 20,000 characters; empty for nothing
 */
public record VersionNotes(String markdown) {

    /** Nothing is said. */
    public static final VersionNotes NONE = new VersionNotes("");

    private static final int LONGEST = 20_000;

    public VersionNotes {
        markdown = markdown.strip();
        if (markdown.length() > LONGEST) {
            throw new RuleViolation("courses.notes.length", markdown.length(), LONGEST);
        }
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return markdown.isEmpty();
    }
}
