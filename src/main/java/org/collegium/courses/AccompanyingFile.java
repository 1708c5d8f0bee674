package org.collegium.courses;

import java.util.Optional;
import org.collegium.source.SourceFile;

/** A file that goes with a course when it is taken out and is not part of it; beans of this kind are asked. */
public interface AccompanyingFile {

    /** The file, empty where there is nothing to say about the course. */
    Optional<SourceFile> of(CourseId course, CourseManifest manifest);
}
