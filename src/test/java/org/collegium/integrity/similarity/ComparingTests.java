package org.collegium.integrity.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.StartResult;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.integrity.AlikeTexts;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.similarity.Comparison.State;
import org.collegium.labs.work.HandedIn;
import org.collegium.labs.work.LabCourse;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Texts of quizzes and labs, compared by the job. */
@Tag("module")
@JobsRest
class ComparingTests extends AdasWorkTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);

    private static final String LONG_CODE = """
            def squares(n):
                found = []
                for number in range(1, n + 1):
                    value = number * number
                    if value > 0:
                        found.append(value)
                    else:
                        raise ValueError("not a square: " + str(value))
                return [each for each in found if each is not None and each > 0]
            """;

    @Autowired
    private Comparisons comparisons;

    @Autowired
    private ComparingJob job;

    @Autowired
    private PersonsComparisons persons;

    @Test
    void twoEssaysWithTheSamePassageAreFoundAndShownSideBySide() {
        AlikeTexts texts = new AlikeTexts(beans, fixtures);
        texts.signInStaff("Ira");
        assertThat(comparisons.units(texts.run).getFirst().comparison()).isEmpty();

        job.work(comparisons.begin(texts.run, AlikeTexts.UNIT));

        assertThat(comparisons.units(texts.run).getFirst().comparison()).hasValueSatisfying(done -> {
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.partsDone()).isEqualTo(2);
            assertThat(done.texts()).as("three essays").isEqualTo(3);
            assertThat(done.shortTexts())
                    .as("three words, too short to be compared")
                    .isEqualTo(3);
            assertThat(done.pairs()).isEqualTo(1);
        });
        FoundPair pair = comparisons.pairs(texts.run, "", FIRST).getFirst();
        assertThat(comparisons.parts(texts.run, AlikeTexts.UNIT).get(pair.part()))
                .startsWith("Say in your own words why");
        assertThat(List.of(pair.left(), pair.right())).containsExactlyInAnyOrder(texts.ada, texts.ben);
        assertThat(pair.share()).isBetween(0.3, 0.99);
        SideBySide beside = comparisons.find(texts.run, pair.id()).orElseThrow();
        assertThat(beside.passages()).singleElement().satisfies(passage -> {
            assertThat(beside.left().substring(passage.leftStart(), passage.leftEnd()))
                    .isEqualToIgnoringCase(AlikeTexts.COPIED);
            assertThat(beside.right().substring(passage.rightStart(), passage.rightEnd()))
                    .isEqualToIgnoringCase(AlikeTexts.COPIED);
        });
        assertThat(comparisons.count(texts.run, "another-unit")).isZero();
        assertThat(persons.dataOf(texts.ada).toString())
                .contains("quiz-models")
                .doesNotContain(texts.ben.toString(), "Beside");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(texts.ben, Instant.now())));
        assertThat(comparisons.count(texts.run, "")).isZero();
    }

    @Test
    void codeWithOtherNamesIsFoundAndWhatTheLabGaveIsNot() {
        CourseVersion course = CoursesFixtures.publish(
                beans,
                CoursesFixtures.draft(
                        beans, CoursesFixtures.partner(beans), LabCourse.accepted(LabCourse.WITH_QUESTION)));
        HandedIn work = new HandedIn(beans);
        CourseRunId run = new CourseRunId(
                Objects.requireNonNull(LabCourse.place(beans, ada, course).run()));
        String renamed =
                LONG_CODE.replace("number", "i").replace("found", "result").replace("value", "v");
        work.handIn(place("Ada", course), LONG_CODE, "The same answer ".repeat(3));
        work.handIn(place("Ben", course), "# mine\n" + renamed, "Another one");
        work.handIn(place("Cleo", course), HandedIn.RIGHT, "No idea");
        fixtures.signInAsStaff(IntegrityPermissions.LOOK + "@" + course.partner());

        job.work(comparisons.begin(run, LabCourse.UNIT));

        assertThat(comparisons.pairs(run, LabCourse.UNIT, FIRST))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.part()).isEqualTo("code");
                    assertThat(pair.share()).isEqualTo(1);
                    SideBySide beside = comparisons.find(run, pair.id()).orElseThrow();
                    assertThat(beside.wording()).isEqualTo(Wording.CODE);
                    assertThat(beside.passages()).isNotEmpty();
                    assertThat(beside.left() + beside.right())
                            .contains("found.append", "result.append")
                            .doesNotContain("assert squares");
                });
    }

    @Test
    void codeOfAQuizWithOtherNamesIsFoundAndWhatEverybodyBeganWithIsNot() {
        String quiz = AssessmentFixtures.CODE.replace(
                "      def mean(values):\n          ...\n",
                LONG_CODE.replace("squares", "given").indent(6));
        CourseVersion course = AssessmentFixtures.published(beans, quiz);
        CourseRunId run = new CourseRunId(AssessmentFixtures.run(AssessmentFixtures.place(beans, ada, course)));
        String own =
                "def mean(rows):\n" + "    total = 0\n    for row in rows:\n        total = total + row * 1\n".repeat(3)
                        + "    return total / len(rows) if rows and total is not None else 0\n";
        answer("Ada", course, LONG_CODE.replace("squares", "given") + own);
        answer("Ben", course, own.replace("rows", "r").replace("total", "t") + "# mine\n");
        answer("Cleo", course, LONG_CODE.replace("squares", "given") + "def mean(v):\n    return 1\n");
        fixtures.signInAsStaff(IntegrityPermissions.LOOK + "@" + course.partner());

        job.work(comparisons.begin(run, "quiz-models"));

        assertThat(comparisons.pairs(run, "quiz-models", FIRST))
                .as("what all were given makes nobody alike")
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.part()).isEqualTo("mean");
                    SideBySide beside = comparisons.find(run, pair.id()).orElseThrow();
                    assertThat(beside.wording()).isEqualTo(Wording.CODE);
                    assertThat(beside.left() + beside.right()).contains("total = total", "t = t");
                });
    }

    private void answer(String name, CourseVersion course, String code) {
        AccountId learner = fixtures.learner(name);
        ActivityPlace place = AssessmentFixtures.joined(beans, fixtures, learner, course);
        Attempts attempts = beans.getBean(Attempts.class);
        AttemptId attempt =
                ((StartResult.Going) attempts.start(learner, place)).attempt().id();
        attempts.save(learner, attempt, Map.of("mean", Answer.of(code)));
        attempts.submit(learner, attempt);
    }

    @Test
    void aJobThatIsTakenOverGoesOnAndASecondIsNotBegunBeside() {
        AlikeTexts texts = new AlikeTexts(beans, fixtures);
        texts.signInStaff("Ira");
        // Killed after the first of two parts: that one is not done again.
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into integrity_comparison (id, run_id, unit_key, state, parts_done, parts_of, texts, begun_at)
                        values (?, ?, ?, 'RUNNING', 1, 2, 3, now(6))
                        """).params(id, texts.run.value(), AlikeTexts.UNIT).update();

        assertThatThrownBy(() -> comparisons.begin(texts.run, AlikeTexts.UNIT))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo("integrity.similarity.under-way"));
        assertThatThrownBy(() -> comparisons.begin(texts.run, "nothing")).isInstanceOf(RuleViolation.class);
        job.work(id);
        job.work(id);

        assertThat(comparisons.units(texts.run).getFirst().comparison()).hasValueSatisfying(done -> {
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.partsDone()).isEqualTo(2);
            assertThat(done.texts()).isEqualTo(3);
            assertThat(done.shortTexts()).isEqualTo(3);
            assertThat(done.pairs()).as("the first part had none yet").isZero();
        });
        UUID again = comparisons.begin(texts.run, AlikeTexts.UNIT);
        job.work(again);
        assertThat(comparisons.count(texts.run, AlikeTexts.UNIT)).isEqualTo(1);
    }

    @Test
    void othersCompareNothingAndSeeNothing() {
        AlikeTexts texts = new AlikeTexts(beans, fixtures);
        fixtures.signInAsStaff(IntegrityPermissions.LOOK + "@" + UUID.randomUUID());

        assertThatThrownBy(() -> comparisons.begin(texts.run, AlikeTexts.UNIT))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> comparisons.pairs(texts.run, "", FIRST)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> comparisons.find(texts.run, UUID.randomUUID()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private ActivityPlace place(String name, CourseVersion course) {
        AccountId learner = fixtures.learner(name);
        return LabCourse.place(beans, learner, course);
    }
}
