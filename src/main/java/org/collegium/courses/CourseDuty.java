package org.collegium.courses;

import java.util.Optional;
import org.collegium.courses.DraftCheck.Missing;

/** What a course owes to others before it is published; beans of this kind are asked. */
public interface CourseDuty {

    /** What is missing; empty when nothing is. */
    Optional<Missing> missing(CourseId course, CourseManifest manifest);
}
