package org.collegium.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.assessment.ui.QuizPage.text;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeDetails.ToggleEvent;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.appeals.AppealFilter;
import org.collegium.assessment.appeals.Appeals;
import org.collegium.assessment.appeals.AppealsPermissions;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.UnreachedNote;
import org.collegium.shared.PageRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A learner appeals at the result of a quiz, and finds the reply there. */
class AppealsPlayedTests extends QuizPlayedTest {

    @Autowired
    private Appeals appeals;

    @Test
    void aQuestionThatLacksPointsIsAppealedAndTheReplyStandsThere() {
        joined(AssessmentFixtures.QUIZ);
        CourseRunId run = new CourseRunId(AssessmentFixtures.run(place));
        OpenAttempt open = switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt going) -> going;
            case StartResult other -> throw new AssertionError(other.toString());
        };
        assertThat(attempts.save(
                        ada,
                        open.id(),
                        Map.of(
                                "q-single", Answer.of("a"),
                                "q-multiple", Answer.of("a", "b"),
                                "q-true", Answer.of("false"),
                                "q-number", Answer.of("0.25"))))
                .isInstanceOf(SaveResult.Saved.class);
        attempts.submit(ada, open.id());

        open();
        assertThat(text()).contains("You can appeal questions until");
        assertThat(find(TextArea.class).all()).as("until it is wanted").isEmpty();
        assertThat(appeal()).as("only where points are lacking").hasSize(1);
        TextArea why = find(TextArea.class).single();
        press("Send the appeal");
        assertThat(why.getErrorMessage()).contains("Write 1 to 4,000 characters");
        assertThat(button("Send the appeal").isEnabled()).isTrue();
        test(why).setValue("The word was not in the lesson.");
        press("Send the appeal");
        assertThat(text()).contains("Your appeal is sent.", "The word was not in the lesson.", "Waits for a reply");
        assertThat(find(UnreachedNote.class).all()).isEmpty();

        fixtures.signInAsStaff(AppealsPermissions.REPLY);
        appeals.grant(
                run,
                appeals.list(run, AppealFilter.WAITING, new PageRequest(0, 1))
                        .getFirst()
                        .id(),
                0.5,
                "It was in a note only.");
        fixtures.signIn(ada);
        open();
        assertThat(text())
                .contains("Granted: 0.5 points", "It was in a note only.", "4.5 of 5 points")
                .doesNotContain("Waits for a reply");
    }

    @Test
    void whoeverNoMailReachesIsToldSoWhereOneIsPromised() {
        joined(AssessmentFixtures.QUIZ);
        jdbc.sql("update account set confirmed_at = null where id = ?")
                .param(ada.value())
                .update();
        fixtures.signIn(ada);
        OpenAttempt attempt = switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt going) -> going;
            case StartResult other -> throw new AssertionError(other.toString());
        };
        attempts.submit(ada, attempt.id());

        open();
        appeal();
        test(find(TextArea.class).all().getFirst()).setValue("It was not in the lesson.");
        test(find(Button.class).withText("Send the appeal").all().getFirst()).click();

        assertThat(text()).contains("Your appeal is sent.", "no mail about this reaches you");
        assertThat(find(UnreachedNote.class).single().isVisible()).isTrue();
    }

    @Test
    void whoeverComesTooLateReadsUntilWhenItWasAndIsOfferedNothing() {
        joined(AssessmentFixtures.QUIZ);
        OpenAttempt attempt = switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt going) -> going;
            case StartResult other -> throw new AssertionError(other.toString());
        };
        attempts.submit(ada, attempt.id());
        open();
        appeal();
        TextArea why = find(TextArea.class).all().getFirst();
        test(why).setValue("It was not in the lesson.");
        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 1 year where learner_id = ?")
                .param(ada.value())
                .update();

        test(find(Button.class).withText("Send the appeal").all().getFirst()).click();

        assertThat(why.getErrorMessage()).isEqualTo("The time for appeals is over.");
        assertThat(why.getValue()).as("what was written stays").isEqualTo("It was not in the lesson.");
        open();
        assertThat(text()).contains("You could appeal questions until ").doesNotContain("You can appeal");
        assertThat(appeal()).isEmpty();
    }

    /** Opens each form of an appeal, as a browser tells it. */
    private List<NativeDetails> appeal() {
        List<NativeDetails> forms =
                find(NativeDetails.class).withClassName("quiz-appeal-form").all();
        forms.forEach(form -> ComponentUtil.fireEvent(form, new ToggleEvent(form, true)));
        return forms;
    }
}
