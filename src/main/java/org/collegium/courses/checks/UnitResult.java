package org.collegium.courses.checks;

import java.util.List;
import org.collegium.activity.FileReference;

/**
 * What looking at the content of a unit gave, kept by content.
 *
 * @param references to other files, which a whole course has or lacks
 * @param skills that it names
 */
public record UnitResult(List<Finding> findings, List<Target> references, List<String> skills) {

    /** Raised whenever the same content may give other findings. */
    public static final int RULES = 3;

    public UnitResult {
        findings = List.copyOf(findings);
        references = List.copyOf(references);
        skills = List.copyOf(skills);
    }

    /** What is pointed at, and from which line. */
    public record Target(String path, FileReference.Use use, int line) {}
}
