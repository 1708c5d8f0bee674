package org.collegium.assessment.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.courses.CourseRun;

/** Addresses of the attempts that those who teach read. */
public final class AttemptsNavigation {

    static final String LIST = "studio/courses/:course/attempts";
    static final String ATTEMPT = LIST + "/:run/:attempt";

    private AttemptsNavigation() {}

    /** The attempts of a course. */
    public static String course(UUID course) {
        return "/studio/courses/" + course + "/attempts";
    }

    /** Those at a quiz of a run by learners whose name or address has this in it. */
    public static String list(UUID course, UUID run, String unitKey, String text) {
        Map<String, String> query = new TreeMap<>(Map.of("run", run.toString(), "quiz", unitKey, "q", text));
        query.values().removeIf(String::isEmpty);
        return course(course) + "?" + QueryParameters.simple(query).getQueryString();
    }

    /** One of them. */
    public static String attempt(CourseRun run, UUID attempt) {
        return course(run.course().value()) + "/" + run.id() + "/" + attempt;
    }
}
