package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.bank.QuestionStatistics;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.Outages;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.QuizTimes;
import org.collegium.assessment.marking.MarkingFilter;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.MarkingQueue;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.GradeFiles;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.gradebook.SheetForm;
import org.collegium.gradebook.Standings;
import org.collegium.identity.AccountId;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.trace.Traces;
import org.collegium.learning.LearnerFilter;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.RunLearners;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff look at in a run takes no more queries with many learners than with few. */
@Tag("module")
@JobsRest
class ManyLearnersTests extends AdasWorkTest {

    private static final PageRequest PAGE = new PageRequest(0, 100);
    private static final int FEW = 2;
    private static final int MORE = 8;

    @Autowired
    private Attempts attempts;

    @Autowired
    private MarkingQueue marking;

    @Autowired
    private GradeBooks books;

    @Autowired
    private GradeFiles files;

    @Autowired
    private RunLearners learners;

    @Autowired
    private QuestionStatistics statistics;

    @Autowired
    private Traces traces;

    @Autowired
    private QuizTimes times;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private Outages outages;

    private CourseVersion course;
    private CourseRunId run;

    @BeforeEach
    void aRun() {
        String essays = AssessmentFixtures.ESSAYS.substring(AssessmentFixtures.ESSAYS.indexOf("  - key: reason"));
        course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntimeLimit: 30") + essays);
        run = new CourseRunId(AssessmentFixtures.run(joined(AssessmentFixtures.place(beans, ada, course))));
    }

    @Test
    void moreLearnersAreNotMoreQueriesForThoseWhoLookAtThem() {
        sit(FEW, true);
        Map<String, Integer> few = looked();
        sit(MORE, true);

        assertThat(looked()).isEqualTo(few);
    }

    /** All of them save meanwhile. */
    @Test
    void moreTimeForAllIsNotMoreQueriesForMore() {
        sit(FEW, false);
        int few = queries(() -> set(40));
        sit(MORE, false);

        assertThat(queries(() -> set(50))).as("but for two batches").isLessThanOrEqualTo(few + 2 * MORE);
        assertThat(few).isLessThan(12 + 2 * FEW);
    }

    @Test
    void ofManyEachHasTheirOwnTimeAlsoWhenAllGetMore() {
        List<AccountId> all = sit(FEW, false);
        staff();
        accommodations.give(run, new AccommodationData(all.getFirst(), "", 100, 0, null, null, 0, "More"));
        accommodations.give(run, new AccommodationData(all.getFirst(), "quiz-models", 0, 5, null, null, 0, "Less"));

        set(40);

        assertThat(time(all.getFirst()).due())
                .as("nobody loses what they were told")
                .isEqualTo(time(all.getFirst()).startedAt().plus(Duration.ofMinutes(60)));
        set(60);
        assertThat(time(all.getFirst()).extra()).isEqualTo(Duration.ofMinutes(5));
        assertThat(time(all.getFirst()).due())
                .isEqualTo(time(all.getFirst()).startedAt().plus(Duration.ofMinutes(65)));
        assertThat(time(all.getLast()).due())
                .isEqualTo(time(all.getLast()).startedAt().plus(Duration.ofMinutes(60)));
    }

    @Test
    void allGetAnOutageBackWithAndWithoutAnEnd() {
        List<AccountId> all = sit(FEW, false);
        List<Instant> due = all.stream().map(this::due).toList();
        jdbc.sql(
                        "update quiz_attempt set started_at = started_at - interval 5 minute, version = version + 1 where run_id = ?")
                .param(run.value())
                .update();
        jdbc.sql("update platform_pulse set beat_at = ?")
                .param(Instant.now().minusSeconds(60))
                .update();

        outages.beat();

        for (int i = 0; i < all.size(); i++) {
            assertThat(Duration.between(due.get(i), due(all.get(i))))
                    .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(90));
        }
        assertThat(jdbc.sql("""
                                select count(*) from quiz_attempt attempt join work_journal work on work.subject_id = attempt.id
                                where attempt.run_id = ? and work.ends_at = attempt.due_at + interval 10 second
                                """).param(run.value()).query(Integer.class).single())
                .isEqualTo(all.size());
    }

    /** What each look takes. */
    private Map<String, Integer> looked() {
        staff();
        Map<String, Callable<?>> looks = new LinkedHashMap<>();
        looks.put("marking, questions", () -> marking.questions(run));
        looks.put("marking, answers", () -> marking.answers(run, "quiz-models", "reason", MarkingFilter.WAITING, PAGE));
        looks.put("grade book by name", () -> books.byName(run, "", true, PAGE));
        Standings standings = books.standings(run);
        looks.put("grade book by total", () -> books.some(run, books.byTotal(run, standings, "", true)));
        looks.put("grade book, standings", () -> books.standings(run));
        looks.put("grade book, file", () -> files.export(run, SheetForm.PLAIN));
        looks.put("learners", () -> learners.list(run, LearnerFilter.ALL, PAGE));
        looks.put("statistics of questions", () -> statistics.ofQuiz(course.course(), "quiz-models", run));
        looks.put("traces", () -> traces.list(run, "", PAGE));
        looks.put("times", () -> times.of(run));
        looks.put("accommodations", () -> accommodations.list(run, "", PAGE));
        Map<String, Integer> taken = new LinkedHashMap<>();
        looks.forEach((name, look) -> taken.put(name, queries(look)));
        return taken;
    }

    private int queries(Callable<?> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            int before = questions();
            try {
                Object unused = work.call();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            return questions() - before - 1;
        }));
    }

    private int questions() {
        return jdbc.sql("show session status like 'Questions'")
                .query((row, number) -> row.getInt(2))
                .single();
    }

    private boolean set(int minutes) {
        staff();
        times.set(run, "quiz-models", new QuizSetting(null, null, minutes, null), null);
        return true;
    }

    /** So many learners more, who begin; whether they submit. */
    private List<AccountId> sit(int many, boolean submit) {
        List<AccountId> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            AccountId learner = fixtures.learner("Learner " + i);
            ActivityPlace place = AssessmentFixtures.joined(beans, fixtures, learner, course);
            if (!(attempts.start(learner, place) instanceof StartResult.Going(OpenAttempt attempt))) {
                throw new AssertionError("It has not begun");
            }
            attempts.save(
                    learner,
                    attempt.id(),
                    Map.of("q-single", Answer.of("a"), "reason", Answer.of("Since it has learned the noise, too.")));
            if (submit) {
                AttemptResult unused = attempts.submit(learner, attempt.id());
            }
            all.add(learner);
        }
        return all;
    }

    private AttemptTime time(AccountId learner) {
        fixtures.signIn(learner);
        return attempts.history(learner, run.value(), "quiz-models").getFirst().time();
    }

    private Instant due(AccountId learner) {
        return Objects.requireNonNull(time(learner).due());
    }

    private void staff() {
        fixtures.signInAsStaff(
                ExamPermissions.SET_TIMES,
                ExamPermissions.ACCOMMODATE,
                MarkingPermissions.MARK,
                GradebookPermissions.VIEW,
                GradebookPermissions.GRADE,
                LearningPermissions.VIEW_LEARNERS,
                IntegrityPermissions.LOOK,
                CoursesPermissions.VIEW_DRAFT);
    }
}
