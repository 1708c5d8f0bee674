package org.collegium.learning;

import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.OwnDates;

/** Whether a learner may go into a course. */
public sealed interface CourseEntry {

    /**
     * The learner is in this run of it.
     *
     * @param dates when its sections open for the learner and are due
     * @param over whether the run has ended: one may still read, and nothing is recorded any more
     */
    record In(CourseRun run, CourseVersion version, CourseOutline outline, OwnDates dates, boolean over)
            implements CourseEntry {}

    /** The learner has not joined. */
    record NotEnrolled(CourseReference course) implements CourseEntry {}

    /** There is no such course. */
    record NoSuchCourse() implements CourseEntry {}
}
