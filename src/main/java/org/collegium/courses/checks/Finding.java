package org.collegium.courses.checks;

import java.util.List;

/**
 * One thing that a check found.
 *
 * @param code the key of its texts: {@code <code>.reason} and {@code <code>.remedy}
 * @param line from 1; 0 for the file as a whole
 * @param arguments fill the texts
 */
public record Finding(Kind kind, Severity severity, String code, int line, List<String> arguments) {

    /** What is said of a picture whose letters nobody can look at here. */
    public static final Finding UNSEEN_LETTERS =
            new Finding(Kind.PICTURES, Severity.NOTE, "courses.finding.contrast-unseen", 0, List.of());

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** About what it is. */
    public enum Kind {
        LINKS,
        ELSEWHERE,
        PICTURES,
        HEADINGS,
        VIDEOS,
        READING,
        LANGUAGE,
        QUESTIONS,
        LABS,
        SKILLS,
        DETAILS,
        IMPORT
    }

    /** How much it weighs. */
    public enum Severity {
        /** The course cannot be published before it is mended. */
        BLOCKS,
        /** Learners are worse off until it is mended. */
        MEND,
        /** Worth knowing. */
        NOTE
    }
}
