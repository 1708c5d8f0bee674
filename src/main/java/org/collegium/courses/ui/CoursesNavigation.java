package org.collegium.courses.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Leads to the views of courses in Studio. */
public final class CoursesNavigation {

    static final String LIST = "studio/courses";
    static final String IMPORT = LIST + "/import";
    static final String IMPORTS = LIST + "/imports";
    static final String FROM_GIT = LIST + "/from-git";
    static final String NEW = LIST + "/new";

    private CoursesNavigation() {}

    /** The address of the list. */
    public static String list() {
        return "/" + LIST;
    }

    /** The address where courses are imported. */
    public static String importing() {
        return "/" + IMPORT;
    }

    /** The address where a course begins with nothing. */
    static String beginning() {
        return "/" + NEW;
    }

    /** The address where a course begins from a repository. */
    static String fromGit() {
        return "/" + FROM_GIT;
    }

    /** The address of a course with its draft. */
    public static String course(CourseId course) {
        return "/" + LIST + "/" + course;
    }

    /** The address where an author sees a unit as learners will. */
    public static String preview(CourseId course, String unitKey) {
        return course(course) + "/units/" + unitKey;
    }

    /** The address of the list of imports. */
    static String imports() {
        return "/" + IMPORTS;
    }

    /** A page of the imports, from 0, of one course or all. */
    static String imports(@Nullable CourseId course, int page) {
        List<String> query = new ArrayList<>();
        if (course != null) {
            query.add("course=" + course);
        }
        if (page > 0) {
            query.add("page=" + (page + 1));
        }
        return imports() + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    static String running(UUID running) {
        return importing() + "/" + running;
    }

    static String edit(CourseId course, String unitKey) {
        return preview(course, unitKey) + "/edit";
    }

    /** Whether units of a kind are written here, rather than by the editor of their kind. */
    static boolean isWritten(String kind) {
        return kind.equals("lesson");
    }

    /** The address where a lesson is written. */
    static String write(CourseId course, String unitKey) {
        return preview(course, unitKey) + "/write";
    }

    /** The address of the versions of a lesson. */
    static String lessonHistory(CourseId course, String unitKey) {
        return preview(course, unitKey) + "/history";
    }

    static String details(CourseId course) {
        return course(course) + "/details";
    }

    static String report(CourseId course) {
        return course(course) + "/report";
    }

    /** The address of the checks of a draft. */
    static String checks(CourseId course) {
        return course(course) + "/checks";
    }

    /** The address where a course hangs together with a repository. */
    static String git(CourseId course) {
        return course(course) + "/git";
    }

    /** The address where two states of a course stand beside one another. */
    static String compare(CourseId course) {
        return course(course) + "/compare";
    }

    /** The address of the dates of a run's sections. */
    static String schedule(CourseId course, CourseRunId run) {
        return runs(course) + "/" + run + "/schedule";
    }

    static String runs(CourseId course) {
        return course(course) + "/runs";
    }

    /** The address of the versions of a course. */
    public static String versions(CourseId course) {
        return course(course) + "/versions";
    }

    static String source(CourseId course, String file, int line) {
        return course(course) + "/source?file=" + UriUtils.encode(file, StandardCharsets.UTF_8)
                + (line > 0 ? "&line=" + line : "");
    }

    /** Goes to an address of this platform's views. */
    static void go(String address) {
        String path = address.substring(1);
        int query = path.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(path);
        } else {
            UI.getCurrent().navigate(path.substring(0, query), QueryParameters.fromString(path.substring(query + 1)));
        }
    }
}
