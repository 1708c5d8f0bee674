package org.collegium.assessment;

import com.vaadin.flow.component.Component;
import org.collegium.courses.CourseRunId;

/** Shows what was answered in an attempt, and how it is graded, to those who look at it for somebody else. */
public interface AnsweredAttempts {

    /** Nothing but words that say so where there is no such attempt in the run, or it is open. */
    Component of(CourseRunId run, AttemptId attempt);
}
