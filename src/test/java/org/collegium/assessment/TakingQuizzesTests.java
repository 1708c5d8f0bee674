package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.CountedQueries;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.HandedInWork.HandedIn;
import org.collegium.activity.WithheldScores;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkSave;
import org.collegium.assessment.appeals.OwnAppeals;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.gradebook.OwnGrades;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.json.JsonMapper;

/** Quizzes that draw, that count in other ways, that show less, and that are only practised. */
@Tag("module")
class TakingQuizzesTests extends AdasWorkTest {

    private static final String DRAWN = AssessmentFixtures.QUIZ.replace("passMark: 0.6", """
            passMark: 0.6
            shuffleQuestions: true
            sections:
              - { title: First, questions: [q-true] }
              - { title: Second, draw: 2 }""");

    @Autowired
    private Attempts attempts;

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private Practice practice;

    @Autowired
    private List<WithheldScores> scores;

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private OwnGrades grades;

    @Autowired
    private HandedInAttempts handedIn;

    @Autowired
    private OwnAppeals appeals;

    @Autowired
    private WorkJournal journal;

    /** Where {@link #publish} has put the quiz of the test. */
    @SuppressWarnings("NullAway.Init")
    private ActivityPlace place;

    @Test
    void anAttemptThatBeginsIsTwoTransactions() {
        publish(AssessmentFixtures.QUIZ);
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            fewest = Math.min(fewest, CountedQueries.transactions(entities, this::start));
            attempts.submit(ada, start().id());
        }

        assertThat(fewest)
                .as("one that reads whether the place is open, and one that writes")
                .isEqualTo(2);
    }

    @Test
    void aResumedAttemptAndItsGradingSeeTheSameDraw() {
        publish(DRAWN);
        OpenAttempt attempt = start();
        Set<String> drawn = keys(attempt);

        assertThat(attempt.quiz().questions()).hasSize(3);
        assertThat(start().quiz()).isEqualTo(attempt.quiz());
        assertThat(attempts.save(ada, attempt.id(), right(attempt))).isInstanceOf(SaveResult.Saved.class);
        AttemptResult result = attempts.submit(ada, attempt.id());

        assertThat(result.asked()).isEqualTo(attempt.quiz());
        assertThat(result.grade().byQuestion()).containsOnlyKeys(drawn);
        assertThat(result.grade().points()).isEqualTo(3);
        assertThat(result.grade().possible()).isEqualTo(3);
        assertThat(attempts.result(ada, attempt.id()).orElseThrow()).isEqualTo(result);
        assertThat(told())
                .singleElement()
                .satisfies(told -> assertThat(told.score()).isEqualTo(1.0));
    }

    @Test
    void attemptsDrawDifferently() {
        publish(DRAWN);
        Set<Set<String>> seen = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            OpenAttempt attempt = start();
            seen.add(keys(attempt));
            attempts.submit(ada, attempt.id());
        }

        assertThat(seen).hasSizeGreaterThan(1);
    }

    @Test
    void answersToQuestionsThatWereNotDrawnAreNone() {
        publish(DRAWN);
        OpenAttempt attempt = start();
        Set<String> drawn = keys(attempt);
        String other = Set.of("q-single", "q-multiple", "q-number", "q-text").stream()
                .filter(key -> !drawn.contains(key))
                .findFirst()
                .orElseThrow();
        type(attempt, other, "[\"a\"]");
        type(attempt, "flag:q-true", "true");

        assertThat(start().answers()).isEmpty();
        assertThat(attempts.submit(ada, attempt.id()).saved()).isEmpty();
        assertThatThrownBy(() -> {
                    OpenAttempt next = start();
                    String missing = Set.of("q-single", "q-multiple", "q-number", "q-text").stream()
                            .filter(key -> !keys(next).contains(key))
                            .findFirst()
                            .orElseThrow();
                    SaveResult unused = attempts.save(ada, next.id(), Map.of(missing, Answer.of("a")));
                })
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAttemptThatCountsIsTold() {
        publish(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ncounts: latest"));
        OpenAttempt good = start();
        assertThat(attempts.save(ada, good.id(), right(good))).isInstanceOf(SaveResult.Saved.class);
        attempts.submit(ada, good.id());
        attempts.submit(ada, start().id());

        assertThat(told()).hasSize(2);
        assertThat(told().getLast().score()).isEqualTo(0.0);
        assertThat(told().getLast().passed()).isFalse();
        assertThat(handedIn.of(AssessmentFixtures.run(place), List.of(ada)))
                .singleElement()
                .satisfies(work -> assertThat(work.score()).isZero())
                .satisfies(work ->
                        assertThat(work.at()).isEqualTo(history().getFirst().submittedAt()));
    }

    @Test
    void everyAttemptMayCountWhereTheBestOneDoes() {
        publish(AssessmentFixtures.QUIZ);
        OpenAttempt good = start();
        assertThat(attempts.save(ada, good.id(), right(good))).isInstanceOf(SaveResult.Saved.class);
        attempts.submit(ada, good.id());
        attempts.submit(ada, start().id());
        OpenAttempt open = start();

        assertThat(open.number()).isEqualTo(3);
        assertThat(handedIn.of(AssessmentFixtures.run(place), List.of(ada)))
                .extracting(HandedIn::score)
                .containsExactly(1.0, 0.0);
    }

    @Test
    void aScoreIsInNoListBeforeItsTime() {
        publish(AssessmentFixtures.QUIZ.replace("passMark: 0.6", """
                passMark: 0.6
                attempts: 2
                review: { score: closed, answers: last-attempt, right: closed, feedback: never }"""));
        OpenAttempt attempt = start();
        AttemptResult result = attempts.submit(ada, attempt.id());

        assertThat(result.shown()).isEqualTo(new Review.Shown(false, false, false, false));
        assertThat(history()).singleElement().satisfies(seen -> {
            assertThat(seen.score()).isNull();
            assertThat(seen.passed()).isFalse();
        });
        assertThat(told())
                .singleElement()
                .satisfies(told -> assertThat(told.score()).isEqualTo(0.0));

        assertThat(withheld()).containsExactly("quiz-models");
        assertThat(exported("quizAttempts"))
                .contains("\"score\":null", "\"scoreWithheld\":true")
                .doesNotContain("\"score\":0");
        assertThat(exported("learning")).contains("\"scoreWithheld\":true").doesNotContain("\"score\":0");
        assertThat(grade().state()).isEqualTo(EntryGrade.State.HIDDEN);
        assertThat(grade().score()).isNull();

        attempts.submit(ada, start().id());
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().shown())
                .isEqualTo(new Review.Shown(false, true, false, false));

        closeRun();
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().shown())
                .isEqualTo(new Review.Shown(true, true, true, false));
        assertThat(history()).extracting(AttemptSummary::score).containsExactly(0.0, 0.0);
        assertThat(withheld()).isEmpty();
        assertThat(exported("quizAttempts")).contains("\"score\":0").doesNotContain("\"scoreWithheld\":true");
        assertThat(exported("learning")).contains("\"score\":0").doesNotContain("\"scoreWithheld\":true");
        assertThat(grade().score()).isZero();
    }

    @Test
    void aResultThatIsKeptBackIsSeenNowhereAndReleasedEverywhereAtOnce() {
        publish(AssessmentFixtures.QUIZ);
        OpenAttempt attempt = start();
        keepBack("null");
        AttemptResult result = attempts.submit(ada, attempt.id());

        assertThat(result.shown()).isEqualTo(new Review.Shown(false, true, false, false));
        assertThat(history()).singleElement().satisfies(seen -> {
            assertThat(seen.score()).isNull();
            assertThat(seen.passed()).isFalse();
        });
        assertThat(withheld()).containsExactly("quiz-models");
        assertThat(exported("quizAttempts")).contains("\"scoreWithheld\":true").doesNotContain("\"score\":0");
        assertThat(grade().score()).isNull();
        assertThat(appeals.of(ada, attempt.id()).open()).isFalse();

        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 30 day where learner_id = ?")
                .param(ada.value())
                .update();
        keepBack("now(6) - interval 1 minute");
        assertThat(attempts.result(ada, attempt.id()).orElseThrow().shown()).isEqualTo(Review.Shown.ALL);
        assertThat(history()).extracting(AttemptSummary::score).containsExactly(0.0);
        assertThat(exported("quizAttempts")).contains("\"score\":0");
        assertThat(grade().score()).isZero();
        assertThat(appeals.of(ada, attempt.id()).open())
                .as("the time for appeals begins with the release")
                .isTrue();
    }

    private void keepBack(String release) {
        jdbc.sql("delete from grade_entry where run_id = ?")
                .param(AssessmentFixtures.run(place))
                .update();
        jdbc.sql("""
                        insert into grade_entry (run_id, entry_key, position, category_key, points, extra, held, release_at)
                        values (:run, 'quiz-models', 0, '', 10, false, true,\s""" + release + ")")
                .param("run", AssessmentFixtures.run(place))
                .update();
    }

    @Test
    void anAuthorsTrialLeavesNothingBehind() {
        publish(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\nreview: { right: never }"));
        ActivityPlace preview =
                new ActivityPlace(ada, null, null, "quiz-models", "Check yourself", place.sha256(), place.course());

        AttemptResult result =
                practice.grade(preview, 3, Map.of("q-single", Answer.of("a"))).orElseThrow();

        assertThat(result.grade().byQuestion()).containsEntry("q-single", 1.0);
        assertThat(result.shown()).isEqualTo(Review.Shown.ALL);
        assertThat(rows()).isZero();
    }

    @Test
    void aRehearsalCountsForNothingAndShowsNoMoreThanAnAttempt() {
        publish(DRAWN.replace("passMark: 0.6", "passMark: 0.6\nrehearsal: true\nreview: { right: closed }"));

        AskedQuiz asked = practice.quiz(place, 7).orElseThrow();
        AttemptResult result =
                practice.grade(place, 7, Map.of("q-true", Answer.of("false"))).orElseThrow();

        assertThat(result.asked()).isEqualTo(asked);
        assertThat(result.grade().points()).isEqualTo(1);
        assertThat(result.shown()).isEqualTo(new Review.Shown(true, true, false, true));
        keepBack("null");
        assertThat(practice.grade(place, 7, Map.of("q-true", Answer.of("false")))
                        .orElseThrow()
                        .shown())
                .as("else it would tell what the attempt is worth")
                .isEqualTo(new Review.Shown(false, true, false, false));
        assertThat(rows()).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void nobodyRehearsesWhereTheQuizDoesNotAllowItOrTheRunIsClosedOrForOthers() {
        publish(AssessmentFixtures.QUIZ);
        assertThat(practice.quiz(place, 1)).isEmpty();
        assertThat(practice.grade(place, 1, Map.of())).isEmpty();

        publish(AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\nrehearsal: true"));
        assertThat(practice.quiz(place, 1)).isPresent();
        closeRun();
        assertThat(practice.grade(place, 1, Map.of())).isEmpty();

        AccountId ben = fixtures.learner("Ben");
        fixtures.signIn(ben);
        assertThatThrownBy(() -> practice.grade(place, 1, Map.of())).isInstanceOf(AccessDeniedException.class);
    }

    private void publish(String quiz) {
        place = AssessmentFixtures.joined(beans, fixtures, ada, AssessmentFixtures.published(beans, quiz));
    }

    private void closeRun() {
        jdbc.sql("update course_run set closes_at = now(6) - interval 1 hour where id = ?")
                .param(AssessmentFixtures.run(place))
                .update();
    }

    private OpenAttempt start() {
        return switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt attempt) -> attempt;
            case StartResult other -> throw new AssertionError(other.toString());
        };
    }

    private List<AttemptSummary> history() {
        return attempts.history(ada, AssessmentFixtures.run(place), "quiz-models");
    }

    private String exported(String part) {
        return JsonMapper.builder()
                .build()
                .valueToTree(exports.stream()
                        .filter(export -> export.name().equals(part))
                        .findFirst()
                        .orElseThrow()
                        .dataOf(ada))
                .toString();
    }

    private EntryGrade grade() {
        return grades.of(ada, new CourseRunId(AssessmentFixtures.run(place)))
                .orElseThrow()
                .total()
                .entry("quiz-models")
                .orElseThrow();
    }

    private Set<String> withheld() {
        return scores.stream()
                .flatMap(each -> each.units(ada, AssessmentFixtures.run(place)).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(OpenAttempt attempt) {
        return attempt.quiz().questions().stream().map(AskedQuestion::key).collect(Collectors.toSet());
    }

    private static Map<String, Answer> right(OpenAttempt attempt) {
        Map<String, Answer> all = Map.of(
                "q-single", Answer.of("a"),
                "q-multiple", Answer.of("b", "a"),
                "q-true", Answer.of("false"),
                "q-number", Answer.of("0.25"),
                "q-text", Answer.of("overfitting"));
        return all.entrySet().stream()
                .filter(answer -> keys(attempt).contains(answer.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void type(OpenAttempt attempt, String field, String content) {
        WorkSave save = new WorkSave(UUID.randomUUID(), field, UUID.randomUUID(), 1, 0, content);
        journal.save(ada, attempt.ticket(), List.of(save));
    }

    private int rows() {
        return jdbc.sql("select count(*) from quiz_attempt where learner_id = ?")
                .param(ada.value())
                .query(Integer.class)
                .single();
    }
}
