package org.collegium.labs.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.collegium.activity.ActivityPlace;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.marking.FailingTest.Said;
import org.collegium.labs.work.HandedIn;
import org.collegium.labs.work.LabCourse;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Where learners fail, counted over all that they handed in. */
@Tag("module")
class LabResultsTests extends MarkingTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);

    @Autowired
    private LabResults results;

    @Override
    String notebook() {
        return LabCourse.WITH_QUESTION;
    }

    @BeforeEach
    void threeLearnersHaveHandedIn() {
        ActivityPlace ada = learner("Ada");
        ActivityPlace ben = learner("Ben");
        ActivityPlace eve = learner("Eve");
        work.handIn(ada, HandedIn.WRONG);
        work.handIn(ben, HandedIn.WRONG, "Because each step adds two more.");
        work.handIn(eve, HandedIn.SEEMS_RIGHT);
        work.gradeAll();
        work.handIn(ada, HandedIn.RIGHT);
        work.gradeAll();
        work.handIn(eve, HandedIn.SEEMS_RIGHT);
        signInStaff();
    }

    @Test
    void eachLearnerCountsOnceAndLatestIsToldFromEver() {
        assertThat(results.tests(run, LabCourse.UNIT, FIRST)).singleElement().satisfies(test -> {
            assertThat(test.gradeId()).isEqualTo("test-squares");
            assertThat(test.tried()).isEqualTo(3);
            assertThat(test.failedLatest()).isEqualTo(2);
            assertThat(test.failedEver()).isEqualTo(3);
            assertThat(test.said())
                    .as("what hidden tests know is not among it")
                    .isEqualTo(List.of(new Said("assert squares(2) == [1, 4]", 2)));
        });
        assertThat(results.count(run, LabCourse.UNIT)).isEqualTo(1);
    }

    @Test
    void theSummaryCountsWhatIsGradedAndWhatWaits() {
        assertThat(results.summary(run, LabCourse.UNIT)).isEqualTo(new RunSummary(3, 0, 4, 1, 1));
    }

    @Test
    void theLabsOfARunAreCountedTogether() {
        assertThat(results.counts(run)).isEqualTo(Map.of(LabCourse.UNIT, new LabCounts(3, 0, 1)));
        assertThat(queries(() -> results.counts(run))).isEqualTo(2);
    }

    @Test
    void whatWasCalledOffIsNotInTheQueue() {
        jdbc.sql("update lab_submission set state = 'CANCELLED' where run_id = ? and state = 'WAITING'")
                .param(run.value())
                .update();

        assertThat(results.summary(run, LabCourse.UNIT).waiting()).isZero();
        assertThat(results.counts(run)).isEqualTo(Map.of(LabCourse.UNIT, new LabCounts(3, 0, 0)));
    }

    @Test
    void thePageTakesAsManyQueriesAsItSays() {
        assertThat(queries(() -> results.tests(run, LabCourse.UNIT, FIRST))).isEqualTo(3);
        assertThat(queries(() -> results.count(run, LabCourse.UNIT))).isEqualTo(2);
        assertThat(queries(() -> results.summary(run, LabCourse.UNIT))).isEqualTo(2);
        assertThat(results.tests(run, LabCourse.UNIT, new PageRequest(1, 10))).isEmpty();
    }

    @Test
    void onlyThePartnersStaffSeesIt() {
        fixtures.signInAsStaff(LabsPermissions.RESULTS + "@" + fixtures.offer().partner());

        assertThatThrownBy(() -> results.tests(run, LabCourse.UNIT, FIRST)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> results.summary(run, LabCourse.UNIT)).isInstanceOf(AccessDeniedException.class);
    }
}
