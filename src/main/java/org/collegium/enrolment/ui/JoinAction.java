package org.collegium.enrolment.ui;

import java.util.Optional;
import org.collegium.catalogue.CoursePageAction;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.Access;
import org.springframework.stereotype.Component;

/** The one action of a course page: join, or go on for those who are in. A stranger's page costs no query. */
@Component
class JoinAction implements CoursePageAction {

    private final Enrolments enrolments;
    private final Access access;

    JoinAction(Enrolments enrolments, Access access) {
        this.enrolments = enrolments;
        this.access = access;
    }

    @Override
    public Optional<Action> of(CourseRunId run) {
        boolean in = access.account()
                .filter(learner -> enrolments.isEnrolled(learner, run))
                .isPresent();
        return Optional.of(
                in
                        ? new Action(
                                "enrolment.page.continue",
                                EnrolmentNavigation.join(run),
                                "enrolment.page.continue.note")
                        : new Action(
                                "enrolment.page.join", EnrolmentNavigation.begin(run), "enrolment.page.join.note"));
    }
}
