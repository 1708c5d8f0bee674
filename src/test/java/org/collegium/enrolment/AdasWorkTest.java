package org.collegium.enrolment;

import java.util.List;
import java.util.Objects;
import org.collegium.activity.ActivityCompleted;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Ada, a learner, and what tests of her work ask of the application; the results that were told are recorded. */
@RecordApplicationEvents
public abstract class AdasWorkTest extends StudyTest {

    @Autowired
    protected ApplicationContext beans;

    @Autowired
    protected ApplicationEventPublisher publisher;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Enrolments enrolments;

    @Autowired
    private ApplicationEvents events;

    protected AccountId ada;

    @BeforeEach
    void adaHasAnAccount() {
        ada = fixtures.learner("Ada");
    }

    /** Ada signs in and joins the run in which she meets the activity. */
    protected ActivityPlace joined(ActivityPlace place) {
        fixtures.signIn(ada);
        enrolments.join(ada, new CourseRunId(Objects.requireNonNull(place.run())));
        return place;
    }

    /** What was told of Ada's results, in order. */
    protected List<ActivityCompleted> told() {
        return told(ada);
    }

    /** What was told of a learner's results, in order. */
    protected List<ActivityCompleted> told(AccountId learner) {
        return events.stream(ActivityCompleted.class)
                .filter(told -> told.learner().equals(learner))
                .toList();
    }
}
