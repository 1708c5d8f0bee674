package org.collegium.activity;

import java.util.Locale;
import java.util.Optional;
import org.collegium.content.LinkResolver;
import org.collegium.source.SourceFile;

/** The course around an activity, as far as the activity needs it. */
public interface ActivityCourse {

    /** The language in which the course is written. */
    Locale language();

    /** The file of the activity itself. */
    SourceFile own();

    /** Another file of the course by its path from the root, in the same version or draft. */
    Optional<SourceFile> file(String path);

    /** Where links in the texts of the activity lead. */
    LinkResolver links();
}
