package org.collegium.catalogue;

import java.util.Optional;
import org.collegium.courses.CourseRunId;

/**
 * Decides the one action of a course page for the current person, such as joining or going on; contributed as a bean. It
 * is asked without a session and must not make one.
 */
public interface CoursePageAction {

    /** The action for a run, empty to leave it to others. */
    Optional<Action> of(CourseRunId run);

    /**
     * A link that stands out.
     *
     * @param label message key of the verb, such as "Join the course"
     * @param href where it leads
     * @param note message key of the sentence below it
     */
    record Action(String label, String href, String note) {}
}
