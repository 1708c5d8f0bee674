package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.LookingPermissions;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.appeals.AppealsPermissions;
import org.collegium.assessment.appeals.OwnAppeals;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.identity.AccountId;
import org.collegium.learning.LearningPermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who teach read what learners answered, as the learners see it, and what came too late. */
class AttemptsViewsTests extends QuizPlayedTest {

    private static final Map<String, Answer> ADAS =
            Map.of("q-single", Answer.of("a"), "q-true", Answer.of("true"), "q-number", Answer.of("0.25"));

    @Autowired
    private OwnAppeals appeals;

    @Autowired
    private CourseVersions versions;

    private CourseId course = new CourseId(new UUID(0, 0));
    private CourseRunId run = new CourseRunId(new UUID(0, 0));
    private String partner = "";

    @Test
    void theyAreListedWithWhatCameOfThemAndFoundAgain() {
        published(AssessmentFixtures.QUIZ);
        AttemptId late = submitted(ada, ADAS);
        AccountId ben = fixtures.learner("Ben");
        AttemptId open = started(ben);
        cameLate(late, "q-true", 42);
        staff();

        open("", "");
        assertThat(find(H1.class).single().getText()).isEqualTo("Attempts");
        assertThat(page()).contains("2 attempts", "Ada", "40%", "1 answer after the end", "Ben", "Under way");
        open("", "show=LATE");
        assertThat(page()).contains("1 attempt", "Ada").doesNotContain("Ben");
        open("", "q=" + ben + "@example.org");
        assertThat(page()).contains("1 attempt", "Ben").doesNotContain("40%");
        open("", "show=WAITING");
        assertThat(page()).contains("No attempt", "Nothing found");
        open("/" + run + "/" + open, "");
        assertThat(page()).contains("The attempt is under way. The answers are here when it has ended.");
    }

    @Test
    void answersAreShownInWordsAndWhatCameTooLateByHowMuch() {
        published(AssessmentFixtures.QUIZ);
        AttemptId attempt = submitted(ada, ADAS);
        cameLate(attempt, "q-true", 42);
        staff();

        open("/" + run + "/" + attempt, "");

        assertThat(find(H1.class).single().getText()).isEqualTo("Ada");
        assertThat(page())
                .contains("Check yourself, attempt 1", "Not passed", "2 of 5 points", "Submitted ")
                .contains("Your answer: True", "Right answer: False")
                .contains("Question 3: came ", ", 42 seconds after the end", "It does not count")
                .doesNotContain("answer: true");
    }

    @Test
    void marksInAPictureAreShownThereAndInWords() {
        published(AssessmentFixtures.PICTURES);
        AttemptId attempt = submitted(ada, Map.of(pictureQuestion(), Answer.of("0.1,0.9")));
        staff();

        open("/" + run + "/" + attempt, "");

        assertThat(find(AnsweredArticle.class).all())
                .extracting(article -> article.getElement().getProperty("innerHTML"))
                .anySatisfy(
                        question -> assertThat(question).contains("<" + HotspotPicture.TAG, "data-pins=\"[{", "0.1"));
        assertThat(page()).contains("10 % from the left, 90 % from the top").doesNotContain("0.1,0.9");
    }

    @Test
    void whatWaitsForAMarkWithoutNamesIsNotReadBesideAName() {
        published(AssessmentFixtures.ESSAYS);
        AttemptId attempt = submitted(ada, Map.of("reason", Answer.of("It has learned the noise.")));
        staff();

        open("/" + run + "/" + attempt, "");
        assertThat(page())
                .contains("Waits for marks", "the quiz is marked without names: it is read at the desk")
                .doesNotContain("learned the noise");

        jdbc.sql("insert into quiz_marking_setting (run_id, unit_key, anonymous, second_percent, differing_percent,"
                        + " step, changed_at) values (?, 'quiz-models', false, 0, 20, 0.5, ?)")
                .params(run.value(), Instant.now())
                .update();
        open("/" + run + "/" + attempt, "");
        assertThat(page()).contains("learned the noise").doesNotContain("it is read at the desk");
    }

    @Test
    void whoRepliesToAnAppealReadsWhatCameTooLateAndFindsTheWholeAttempt() {
        published(AssessmentFixtures.QUIZ);
        AttemptId attempt = submitted(ada, ADAS);
        cameLate(attempt, "q-true", 42);
        appeals.appeal(ada, attempt, "q-true", "It was saved.");
        staff();
        UUID appeal = jdbc.sql("select id from quiz_appeal where attempt_id = ?")
                .param(attempt.value())
                .query(UUID.class)
                .single();

        UI.getCurrent().navigate("studio/courses/" + course + "/appeals/" + run + "/" + appeal);

        assertThat(page()).contains("Question 3: came ", ", 42 seconds after the end");
        assertThat(find(Anchor.class)
                        .withText("Read the whole attempt")
                        .single()
                        .getHref())
                .endsWith("/attempts/" + run + "/" + attempt);
    }

    @Test
    void theGradesOfALearnerLeadToTheirAttempts() {
        published(AssessmentFixtures.QUIZ);
        AttemptId unused = submitted(ada, ADAS);
        staff();

        UI.getCurrent().navigate("studio/courses/" + course + "/grades/" + run + "/learners/" + ada);

        assertThat(page()).contains("Ada", "Check yourself", "Attempts");
        assertThat(find(Anchor.class).withText("Attempts").all())
                .extracting(Anchor::getHref)
                .anySatisfy(address -> assertThat(address)
                        .contains("/studio/courses/" + course + "/attempts?", "quiz=quiz-models", "run=" + run));
    }

    private void published(String quiz) {
        joined(quiz);
        run = new CourseRunId(AssessmentFixtures.run(place));
        CourseVersion version = versions.find(new CourseVersionId(Objects.requireNonNull(place.version())))
                .orElseThrow();
        course = version.course();
        partner = version.partner().toString();
    }

    private AttemptId started(AccountId learner) {
        ActivityPlace at = learner.equals(ada)
                ? place
                : AssessmentFixtures.joined(
                        beans,
                        fixtures,
                        learner,
                        versions.find(new CourseVersionId(Objects.requireNonNull(place.version())))
                                .orElseThrow());
        return switch (attempts.start(learner, at)) {
            case StartResult.Going(var going) -> going.id();
            case StartResult other -> throw new AssertionError(other.toString());
        };
    }

    private AttemptId submitted(AccountId learner, Map<String, Answer> answers) {
        AttemptId attempt = started(learner);
        assertThat(attempts.save(learner, attempt, answers)).isInstanceOf(SaveResult.Saved.class);
        attempts.submit(learner, attempt);
        return attempt;
    }

    /** As is noted of what a browser hands over after the end. */
    private void cameLate(AttemptId attempt, String question, int seconds) {
        jdbc.sql("insert into quiz_late_answer (attempt_id, question_key, came_at, sha256)"
                        + " select id, ?, submitted_at + interval ? second, ? from quiz_attempt where id = ?")
                .params(question, seconds, "0".repeat(64), attempt.value())
                .update();
    }

    private String pictureQuestion() {
        return attempts.quiz(place).questions().getFirst().key();
    }

    private void staff() {
        String at = "@" + partner;
        fixtures.signIn(
                fixtures.learner("Ira Instructor"),
                LookingPermissions.LOOK + at,
                AppealsPermissions.REPLY + at,
                GradebookPermissions.VIEW + at,
                GradebookPermissions.GRADE + at,
                LearningPermissions.VIEW_LEARNERS + at,
                CoursesPermissions.VIEW_DRAFT + at);
    }

    private void open(String path, String query) {
        UI.getCurrent().navigate("my-learning");
        UI.getCurrent()
                .navigate(
                        "studio/courses/" + course + "/attempts" + path,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }
}
