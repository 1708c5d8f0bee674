package org.collegium.courses.derived;

import org.collegium.courses.CourseId;

/** Leads to the views about where courses come from and what may be taken over. */
public final class ReuseNavigation {

    private ReuseNavigation() {}

    /** Where it says from where a course comes and what of it is offered. */
    public static String reuse(CourseId course) {
        return "/studio/courses/" + course + "/reuse";
    }

    /** Where it is seen and taken in what is new in the course from which this one comes. */
    public static String upstream(CourseId course) {
        return reuse(course) + "/upstream";
    }

    /** Where one looks for what may be taken. */
    public static String library() {
        return "/studio/library";
    }

    /** Where a course is made from this one. */
    public static String adapt(CourseId course) {
        return "/studio/library/" + course + "/adapt";
    }
}
