package org.collegium.labs;

import java.util.UUID;

/** Where staff meet labs in Studio. */
public final class LabsNavigation {

    private LabsNavigation() {}

    /** The labs of a course. */
    public static String labs(UUID course) {
        return "/studio/courses/" + course + "/labs";
    }

    /** A lab of a draft: what its check gave, and what a piece of work would earn. */
    public static String lab(UUID course, String unitKey) {
        return labs(course) + "/" + unitKey;
    }

    /** Where an author tries a lab of a draft as a learner will. */
    public static String preview(UUID course, String unitKey) {
        return "/studio/courses/" + course + "/units/" + unitKey;
    }

    /** What a run's learners handed in, and where they fail. */
    public static String results(UUID course, String unitKey, UUID run) {
        return lab(course, unitKey) + "/runs/" + run;
    }

    /** Grading a run's submissions again. */
    public static String regrades(UUID course, String unitKey, UUID run) {
        return results(course, unitKey, run) + "/regrade";
    }

    /** One time of grading again. */
    public static String regrade(UUID course, String unitKey, UUID run, UUID regrade) {
        return regrades(course, unitKey, run) + "/" + regrade;
    }

    /** Giving points for a cell by hand. */
    public static String byHand(UUID course, String unitKey, UUID run) {
        return results(course, unitKey, run) + "/by-hand";
    }
}
