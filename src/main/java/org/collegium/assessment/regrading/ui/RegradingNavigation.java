package org.collegium.assessment.regrading.ui;

import java.util.UUID;

/** Leads to the keys of quizzes that were answered. */
public final class RegradingNavigation {

    static final String KEYS = "studio/courses/:course/quizzes/:unit/keys";
    static final String REGRADE = KEYS + "/:run/:regrade";

    private RegradingNavigation() {}

    /** Where the keys of a quiz are corrected. */
    public static String keys(UUID course, String unitKey) {
        return quizzes(course) + "/" + unitKey + "/keys";
    }

    /** The same for one run. */
    public static String keys(UUID course, String unitKey, UUID run) {
        return keys(course, unitKey) + "?run=" + run;
    }

    static String regrade(UUID course, String unitKey, UUID run, UUID regrade) {
        return keys(course, unitKey) + "/" + run + "/" + regrade;
    }

    static String course(UUID course) {
        return "/studio/courses/" + course;
    }

    static String quizzes(UUID course) {
        return course(course) + "/quizzes";
    }

    /** Where an author works on the unit of the draft. */
    static String quiz(UUID course, String unitKey) {
        return quizzes(course) + "/" + unitKey;
    }
}
