package org.collegium.courses.review;

import org.collegium.courses.CourseId;

/** Where reviews are seen. */
public final class ReviewAddresses {

    /** The list of those that concern the current person. */
    public static final String LIST = "studio/reviews";

    private ReviewAddresses() {}

    /** The address of a review. */
    public static String of(ReviewId review) {
        return "/" + LIST + "/" + review;
    }

    /** The address where a course is submitted. */
    public static String submitting(CourseId course) {
        return "/studio/courses/" + course + "/review";
    }
}
