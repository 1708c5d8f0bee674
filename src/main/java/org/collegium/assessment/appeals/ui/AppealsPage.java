package org.collegium.assessment.appeals.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import java.time.Instant;
import org.collegium.assessment.appeals.Appeal;
import org.collegium.courses.CourseStudioPage;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What the views of appeals share: their addresses, style sheet and states. */
@StyleSheet("styles/grades.css")
abstract class AppealsPage extends CourseStudioPage {

    static final String LIST = "studio/courses/:course/appeals";
    static final String APPEAL = LIST + "/:run/:appeal";

    StatusBadge badge(Appeal appeal, Instant now) {
        if (appeal.overdue(now)) {
            return new StatusBadge(Status.BAD, getTranslation("assessment.appeal.state.overdue"));
        }
        Status status = switch (appeal.state()) {
            case WAITING -> Status.WAITING;
            case GRANTED -> Status.GOOD;
            case DECLINED -> Status.NEUTRAL;
        };
        return new StatusBadge(status, getTranslation("assessment.appeal.state." + appeal.state()));
    }
}
