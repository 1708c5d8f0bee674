package org.collegium.learning;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;

/**
 * Something that another module says about a learner's progress in a run, such as what remains for the certificate; shown in
 * My learning and where a course ends. Contributed as a bean.
 */
public interface CourseProgressSlot {

    /** Position, from small to large. */
    int order();

    /** A new component for the current person, empty when there is nothing to say. */
    Optional<Component> create(AccountId learner, CourseRunId run);
}
