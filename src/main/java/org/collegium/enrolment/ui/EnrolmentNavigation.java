package org.collegium.enrolment.ui;

import org.collegium.courses.CourseRunId;

/** Where one joins. */
public final class EnrolmentNavigation {

    private EnrolmentNavigation() {}

    /** The address of a course's joining page; one signs up on the way there. With {@code begin} a press of a button elsewhere counts. */
    public static String join(String partnerSlug, String courseKey, boolean begin) {
        return "/join/" + partnerSlug + "/" + courseKey + (begin ? "?begin" : "");
    }

    /** The address for joining one certain run, to be handed out. */
    public static String join(CourseRunId run) {
        return "/join/" + run;
    }
}
