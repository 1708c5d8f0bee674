package org.collegium.courses;

import java.util.Optional;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceTree;

/**
 * Turns what others write courses in into the course format of our own. A bean of this type makes its format known. They
 * are asked in the order of {@code @Order}, and the first that recognises a source reads it.
 */
public interface CourseImporter {

    /** For {@code @Order}: the source names its format by a file that nothing else has. */
    int NAMED = 100;

    /** For {@code @Order}: the format is told by a file of a common name and what is in it. */
    int TOLD = 200;

    /** For {@code @Order}: whatever holds pages; asked last. */
    int PLAIN = 1_000;

    /** What people call the format. */
    String name();

    /** Whether the tree holds a course of this format. */
    boolean recognises(SourceTree tree);

    /**
     * The same course in the format of our own: a tree with a {@code course.yaml} and all files that it names. What cannot
     * be carried over is reported at its place in the original; files that are made tell where they come from.
     *
     * @return empty when the course cannot be read at all
     */
    Optional<SourceTree> convert(SourceTree tree, FaultSink faults);
}
