package org.collegium.integrity;

import java.util.UUID;

/** Where all this is met. */
public final class IntegrityNavigation {

    private IntegrityNavigation() {}

    /** A course in Studio: traces, similar texts, cases. */
    public static String course(UUID course) {
        return "/studio/courses/" + course + "/integrity";
    }

    /** An attempt with its trace. */
    public static String attempt(UUID course, UUID run, UUID attempt) {
        return course(course) + "/runs/" + run + "/attempts/" + attempt;
    }

    /** Two texts beside each other. */
    public static String pair(UUID course, UUID run, UUID pair) {
        return course(course) + "/runs/" + run + "/pairs/" + pair;
    }

    /** A case for staff. */
    public static String caseOf(UUID course, UUID id) {
        return course(course) + "/cases/" + id;
    }

    /** A case for the learner whom it concerns. */
    public static String ownCase(UUID id) {
        return "/integrity/" + id;
    }
}
