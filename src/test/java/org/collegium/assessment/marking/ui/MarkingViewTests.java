package org.collegium.assessment.marking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Rubric.Level;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.marking.KeptComment;
import org.collegium.assessment.marking.KeptComments;
import org.collegium.assessment.marking.Marking;
import org.collegium.assessment.marking.MarkingFilter;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.MarkingQueue;
import org.collegium.assessment.marking.MarkingSetting;
import org.collegium.assessment.marking.MarkingSettings;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** A marker finds what waits, marks it, and corrects themselves. */
@Tag("view")
@FullApplicationTest
class MarkingViewTests extends ViewTest {

    @Autowired
    private Attempts attempts;

    @Autowired
    private Marking marking;

    @Autowired
    private MarkingQueue queue;

    @Autowired
    private MarkingSettings settings;

    @Autowired
    private KeptComments comments;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private CourseVersion course;
    private CourseRunId run;
    private AccountId grace;

    @BeforeEach
    void twoLearnersHaveWritten() {
        fixtures = new StudyFixtures(jdbc, people);
        course = AssessmentFixtures.published(beans, AssessmentFixtures.ESSAYS);
        grace = fixtures.learner("Grace");
        submit("Ada Lind", "It has learned <b>the noise</b>.");
        submit("Alan May", "Another text");
        as(grace);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatCameAfterTheEndIsSaidBesideTheAnswer() {
        jdbc.sql("insert into quiz_late_answer (attempt_id, question_key, came_at, sha256)"
                        + " select attempt_id, question_key, submitted_at, ? from quiz_marking"
                        + " where run_id = ? and question_key = 'reason'")
                .params("0".repeat(64), run.value())
                .update();
        open("/quiz-models/reason");
        press("Mark one after another");
        assertThat(page()).contains("What was typed last in this answer came", "after the attempt had ended");

        open("/quiz-models/plain");
        press("Mark one after another");
        assertThat(page()).contains("Your mark").doesNotContain("after the attempt had ended");
    }

    @Test
    void whatWaitsIsListedWithHowFarItIs() {
        open("");
        assertThat(find(H1.class).single().getText()).isEqualTo("Marking");
        assertThat(page())
                .contains("Why are models judged on rows that they have not seen?", "0 of 2 marked")
                .contains("2 without a mark, 0 for a second mark, 0 to decide")
                .contains("Markers see no names. Each answer gets one mark, which counts.");

        open("/quiz-models/reason");
        assertThat(page()).contains("Waits for a mark").doesNotContain("Ada Lind", "Alan May");
    }

    @Test
    void answersAreMarkedOneAfterAnotherByLevelsAndTheOneBeforeCanBeTakenBack() {
        open("/quiz-models/reason");
        pressInFront("Mark one after another");
        assertThat(page()).contains("It has learned <b>the noise</b>.", "7 words");
        pressInFront("Save");
        assertThat(group("Says what goes wrong otherwise").isInvalid()).isTrue();
        choose("Says what goes wrong otherwise", 1);
        choose("Is understood", 1);
        assertThat(field(NumberField.class, "Points, 0 to 6").getValue()).isEqualTo(4);
        field(NumberField.class, "Points, 0 to 6").setValue(4.5);
        pressInFront("Save and next");
        assertThat(field(TextArea.class, "Comment for the learner").getErrorMessage())
                .contains("Say in the comment why");
        test(field(TextArea.class, "Comment for the learner")).setValue("Well said");
        pressInFront("Save and next");

        assertThat(page()).contains("1 of 2 marked", "Another text");
        pressInFront("Undo");
        assertThat(page()).contains("0 of 2 marked", "the noise", "1 earlier mark");
        choose("Says what goes wrong otherwise", 2);
        choose("Is understood", 1);
        pressInFront("Save and next");
        choose("Says what goes wrong otherwise", 0);
        choose("Is understood", 0);
        pressInFront("Save and next");
        assertThat(page()).contains("2 of 2 marked", "Nothing here");
    }

    @Test
    void whoFindsNothingToMarkIsLedToWhatIsToDecide() {
        jdbc.sql("update quiz_marking set state = 'MODERATION' where run_id = ? and question_key = 'reason'")
                .param(run.value())
                .update();
        open("/quiz-models/reason");
        assertThat(page()).contains("Nothing here", "The two marks of 2 answers differ");

        pressInFront("Show what is to decide");
        assertThat(page()).contains("To decide").doesNotContain("Nothing here");
        assertThat(find(Button.class)
                        .withText("Mark one after another")
                        .single()
                        .isVisible())
                .isTrue();
    }

    @Test
    void anAnswerThatSomebodyElseHasOpenIsNotShownAndNotMarked() {
        AccountId edsger = fixtures.learner("Edsger");
        as(edsger);
        UUID first = queue.next(run, "quiz-models", "reason", MarkingFilter.WAITING, new UUID(0, 0))
                .orElseThrow();
        marking.open(run, first);
        as(grace);

        open("/quiz-models/reason", "answer=" + first);
        assertThat(page()).contains("Edsger has this answer open").doesNotContain("the noise");
        pressInFront("Next");
        assertThat(page()).contains("Another text");
    }

    @Test
    void howAQuizIsMarkedIsSetWithAllThatIsWrongSaid() {
        open("");
        test(find(Button.class).withText("How it is marked").all().getFirst()).click();
        field(IntegerField.class, "Second mark, in percent of the answers").setValue(120);
        field(NumberField.class, "Steps of points").setValue(0.0);
        pressInFront("Save");
        assertThat(field(IntegerField.class, "Second mark, in percent of the answers")
                        .isInvalid())
                .isTrue();
        assertThat(field(NumberField.class, "Steps of points").isInvalid()).isTrue();
        field(IntegerField.class, "Second mark, in percent of the answers").setValue(20);
        field(NumberField.class, "Steps of points").setValue(0.25);
        find(Checkbox.class).all().getFirst().setValue(false);
        pressInFront("Save");

        assertThat(settings.of(run, "quiz-models")).isEqualTo(new MarkingSetting(false, 20, 20, 0.25));
        assertThat(page()).contains("20 of 100 answers are marked by a second person");
        open("/quiz-models/reason");
        assertThat(page()).contains("Ada Lind", "Alan May");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aKeptCommentIsPutBehindWhatIsThere() {
        open("/quiz-models/plain");
        pressInFront("Mark one after another");
        TextArea comment = field(TextArea.class, "Comment for the learner");
        comment.setValue("Name your source.");
        pressInFront("Keep what is in the comment");
        comment.setValue("First.");
        ComboBox<KeptComment> kept = find(ComboBox.class).all().getFirst();
        kept.setValue(comments.find(run, "source").getFirst());
        pressInFront("Insert");
        assertThat(comment.getValue()).isEqualTo("First.\n\nName your source.");
    }

    private void submit(String name, String text) {
        AccountId learner = fixtures.learner(name);
        ActivityPlace place = AssessmentFixtures.joined(beans, fixtures, learner, course);
        run = new CourseRunId(AssessmentFixtures.run(place));
        AttemptId attempt =
                ((StartResult.Going) attempts.start(learner, place)).attempt().id();
        attempts.save(learner, attempt, Map.of("reason", Answer.of(text), "plain", Answer.of("Plain " + text)));
        attempts.submit(learner, attempt);
    }

    private void as(AccountId marker) {
        fixtures.signIn(
                marker,
                MarkingPermissions.MARK + "@" + course.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + course.partner());
    }

    private void open(String path) {
        open(path, "");
    }

    private void open(String path, String query) {
        UI.getCurrent().navigate("my-learning");
        UI.getCurrent()
                .navigate(
                        "studio/courses/" + course.course() + "/marking" + path,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }

    private void choose(String criterion, int level) {
        RadioButtonGroup<Level> group = group(criterion);
        group.setValue(group.getListDataView().getItem(level));
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Level> group(String label) {
        return field(RadioButtonGroup.class, label);
    }
}
