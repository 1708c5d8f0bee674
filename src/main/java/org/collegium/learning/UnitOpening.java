package org.collegium.learning;

import java.time.Instant;

/** What came of opening a unit. */
public sealed interface UnitOpening {

    /**
     * It is open.
     *
     * @param place the block of its text at which the learner stopped, 0 at the top
     */
    record Open(CourseOutline.Step step, int place) implements UnitOpening {}

    /** It is the solution of an exercise that the learner has not tried. */
    record SolutionClosed(CourseOutline.Step step, CourseOutline.Step exercise) implements UnitOpening {}

    /** The run has not begun. */
    record NotOpenYet(Instant opens) implements UnitOpening {}

    /** Its section has not opened for the learner. */
    record SectionNotOpenYet(CourseOutline.Step step, Instant opens) implements UnitOpening {}

    /** The learner has left, or the course has no such unit. */
    record NotThere() implements UnitOpening {}
}
