package org.collegium.gradebook;

import org.collegium.courses.CourseRunId;

/** Where a learner finds their grades. */
public final class OwnGradesAddress {

    private OwnGradesAddress() {}

    /** The address within the platform. */
    public static String of(CourseRunId run) {
        return "/my-learning/" + run + "/grades";
    }
}
