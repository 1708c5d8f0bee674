package org.collegium.courses;

/** Who gets a version that is published. */
public sealed interface RunChoice {

    /** Those who join a new run; the runs there are keep the version they have. */
    record NewRun(CourseRunData data) implements RunChoice {}

    /** Those who join a run that is opened later; the runs there are keep the version they have until it is rolled out. */
    record LaterRuns() implements RunChoice {}

    /** Everybody in this run, from now on; their progress stays, since it hangs on the keys of units. */
    record MoveRun(CourseRunId run) implements RunChoice {}
}
