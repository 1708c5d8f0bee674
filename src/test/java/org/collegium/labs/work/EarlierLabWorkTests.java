package org.collegium.labs.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.labs.GradeReport;
import org.collegium.labs.work.EarlierLabWork.Outcome;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Work that is told as of an earlier time is graded by the real grader, and is in nobody's way. */
@Tag("module")
class EarlierLabWorkTests extends AdasWorkTest {

    private final Instant at = Instant.now().minus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private EarlierLabWork earlier;

    @Autowired
    private LabWork work;

    @Autowired
    private GradingHalts halts;

    private ActivityPlace place;

    @BeforeEach
    void nothingWaitsAndAdaIsInACourseWithALab() {
        jdbc.sql("update lab_submission set state = 'CANCELLED' where state in ('WAITING', 'GRADING')")
                .update();
        CourseVersion course = LabCourse.published(beans);
        place = joined(LabCourse.place(beans, ada, course));
    }

    @Test
    void itIsGradedInTruthAndCountsAsOfItsTime() {
        assertThat(handIn(1, HandedIn.SEEMS_RIGHT)).isEqualTo(Outcome.GRADED);
        assertThat(handIn(2, HandedIn.RIGHT)).isEqualTo(Outcome.GRADED);

        assertThat(submissions()).hasSize(2).allSatisfy(submission -> {
            assertThat(submission.state()).isEqualTo(LabSubmission.State.GRADED);
            assertThat(submission.submittedAt()).isEqualTo(at);
        });
        GradeReport.Graded best =
                Objects.requireNonNull(submissions().getFirst().result());
        assertThat(best.points()).isEqualTo(2);
        assertThat(best.evidence().gradedAt()).as("when it was graded in truth").isAfter(at.plus(8, ChronoUnit.DAYS));
        assertThat(told()).last().satisfies(told -> {
            assertThat(told.score()).isEqualTo(1.0);
            assertThat(told.at()).isEqualTo(at);
        });
        assertThat(jdbc.sql("select content from work_entry e join work_journal w on w.id = e.work_id"
                                + " where w.owner_id = ?")
                        .param(ada.value())
                        .query(String.class)
                        .list())
                .as("it stands in her notebook")
                .contains(HandedIn.RIGHT);
    }

    @Test
    void workThatIsHandedInAlikeIsGradedOnceAndOtherWorkAnew() {
        handIn(1, HandedIn.RIGHT);
        handIn(2, HandedIn.SEEMS_RIGHT);
        handIn(3, HandedIn.RIGHT);
        place = joined(LabCourse.place(beans, ada, LabCourse.published(beans)));
        handIn(1, HandedIn.RIGHT);

        List<Instant> graded = jdbc
                .sql("select report from lab_submission where learner_id = ? order by id")
                .param(ada.value())
                .query(String.class)
                .list()
                .stream()
                .map(report -> Objects.requireNonNull(WorkJson.report(report))
                        .evidence()
                        .gradedAt())
                .toList();
        assertThat(graded).hasSize(4);
        assertThat(graded.get(2)).isEqualTo(graded.get(0));
        assertThat(graded.get(1)).isAfter(graded.get(0));
        assertThat(graded.get(3)).as("in another course").isAfter(graded.get(1));
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() {
        assertThat(handIn(1, HandedIn.RIGHT)).isEqualTo(Outcome.GRADED);

        assertThat(handIn(1, HandedIn.RIGHT)).isEqualTo(Outcome.NOT_TAKEN);
        assertThat(submissions()).hasSize(1);
    }

    @Test
    void whileSomebodyWaitsOrGradingIsPausedItIsLeftForAnotherTime() {
        work.submit(ada, place);
        assertThat(handIn(2, HandedIn.RIGHT)).isEqualTo(Outcome.NOT_NOW);
        jdbc.sql("update lab_submission set state = 'CANCELLED' where learner_id = ?")
                .param(ada.value())
                .update();

        halts.halt(Optional.empty(), "", null);
        try {
            assertThat(handIn(2, HandedIn.RIGHT)).isEqualTo(Outcome.NOT_NOW);
        } finally {
            halts.end(Optional.empty());
        }
        assertThat(handIn(2, HandedIn.RIGHT)).isEqualTo(Outcome.GRADED);
    }

    @Test
    void nobodyHandsInForOthersOrWhereTheyAreNot() {
        ActivityPlace elsewhere = LabCourse.place(beans, ada, LabCourse.published(beans));
        assertThat(earlier.handIn(ada, elsewhere, 1, Map.of("squares", HandedIn.RIGHT), at))
                .isEqualTo(Outcome.NOT_TAKEN);

        fixtures.signIn(fixtures.learner("Eve"));
        assertThatThrownBy(() -> handIn(1, HandedIn.RIGHT)).isInstanceOf(AccessDeniedException.class);
    }

    private Outcome handIn(int number, String squares) {
        return earlier.handIn(ada, place, number, Map.of("squares", squares), at);
    }

    private List<LabSubmission> submissions() {
        return work.submissions(ada, Objects.requireNonNull(place.run()), LabCourse.UNIT, new PageRequest(0, 10));
    }
}
