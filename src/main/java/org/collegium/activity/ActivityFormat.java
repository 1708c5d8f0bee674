package org.collegium.activity;

import java.util.Optional;
import java.util.function.Function;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;

/** Reads the file of one kind of activity. A bean of this type makes its kind known to the course format. */
public interface ActivityFormat {

    /** The word for this kind in {@code course.yaml}: {@code lesson}, {@code notebook}, {@code quiz}. */
    String kind();

    /**
     * Reads a file wholly, reports all that is wrong in it at its line and column, and says what is in it. It throws
     * nothing, however broken the file is; where it cannot be read at all the facts are {@link ActivityFacts#NONE}.
     */
    ActivityFacts check(SourceFile file, FaultSink faults);

    /**
     * The same for kinds that consist of several files.
     *
     * @param courseFiles finds the other files of the course by their paths from its root
     */
    default ActivityFacts check(SourceFile file, Function<String, Optional<SourceFile>> courseFiles, FaultSink faults) {
        return check(file, faults);
    }
}
