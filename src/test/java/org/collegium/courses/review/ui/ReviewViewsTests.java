package org.collegium.courses.review.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.review.ReviewFixtures;
import org.collegium.courses.review.ReviewId;
import org.collegium.courses.review.ReviewVerdict;
import org.collegium.courses.review.SettingStages;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Submitting, commenting and deciding as authors and reviewers meet them, and stating stages. */
@Tag("view")
@FullApplicationTest
class ReviewViewsTests extends ViewTest {

    private static final String LESSON =
            "# Models\n\nFirst paragraph of it.\n\nA model is a rule made from examples.\n";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private SettingStages settings;

    private ReviewFixtures fixtures;
    private AccountId author;
    private AccountId reviewer;
    private CourseId course;

    @BeforeEach
    void aCourseThatAnotherPartnerReviews() {
        fixtures = new ReviewFixtures(beans);
        author = fixtures.staff("Aino Author", fixtures.own, Role.AUTHOR);
        reviewer = fixtures.staff("Idris Reviewer", fixtures.other, Role.REVIEWER);
        fixtures.require(fixtures.byOther(1));
        course = fixtures.as(author, () -> fixtures.draft(LESSON));
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void aDraftIsSubmittedCommentedOnAndGivenBack() {
        fixtures.signIn(author);
        go("studio/courses/" + course + "/review");
        assertThat(page()).contains(fixtures.other.data().name(), "1 approval", "once all of them have approved it");
        field(TextArea.class, "Note to the reviewers").setValue("x".repeat(4_001));
        press("Submit for review");
        assertThat(field(TextArea.class, "Note to the reviewers").getErrorMessage())
                .contains("4,001");
        field(TextArea.class, "Note to the reviewers").setValue("Please look at the second paragraph.");
        press("Submit for review");
        String review = UI.getCurrent().getActiveViewLocation().getPath();
        assertThat(review).startsWith("studio/reviews/");
        assertThat(page()).contains("Being reviewed", "Please look at the second paragraph.", "all of it is new");

        fixtures.signIn(reviewer);
        go("studio/reviews");
        assertThat(links()).contains("/" + review);
        go(review + "?tab=lessons");
        assertThat(find(NativeButton.class).all().stream()
                        .map(button -> button.getElement().getAttribute("aria-label"))
                        .filter(label -> label != null && label.startsWith("Comment on paragraph")))
                .hasSize(2);
        press("Comment on paragraph 2");
        press("Say it");
        assertThat(field(TextArea.class, "Comment on paragraph 2").isInvalid()).isTrue();
        field(TextArea.class, "Comment on paragraph 2").setValue("Whose examples?");
        press("Say it");
        assertThat(page()).contains("Idris Reviewer", "Whose examples?");
        go(review + "?tab=discussion");
        assertThat(page()).contains("Whose examples?", "A model is a rule made from examples.");
        go(review + "?tab=checks");
        assertThat(page()).contains("The checks found");

        go(review + "?tab=decision");
        press("Record the decision");
        assertThat(verdict().isInvalid()).isTrue();
        verdict().setValue(ReviewVerdict.CHANGES);
        press("Record the decision");
        assertThat(field(TextArea.class, "Reason").isInvalid()).isTrue();
        assertThat(verdict().getValue()).isEqualTo(ReviewVerdict.CHANGES);
        field(TextArea.class, "Reason").setValue("One question is open.");
        press("Record the decision");
        assertThat(page()).contains("Changes asked for", "One question is open.", "It waits for the author");
        fixtures.signIn(author);
        go(review + "?tab=discussion");
        assertThat(page()).contains("Whose examples?", "One question is open.");
        fixtures.signIn(reviewer);
        go("studio/reviews?whose=DONE");
        assertThat(links()).contains("/" + review);
    }

    @Test
    void whatIsNotOpenToOneIsNotThere() {
        ReviewId review = fixtures.as(author, () -> fixtures.submit(course, ""));
        fixtures.signIn(fixtures.staff("Sam Stranger", CoursesFixtures.partner(beans), Role.REVIEWER));

        go("studio/reviews/" + review);
        assertThat(find(H1.class).single().getText()).isEqualTo("Page not found");
        go("studio/reviews");
        assertThat(page()).contains("Nothing to review");
    }

    @Test
    void anAdministratorStatesStagesAndWhatIsWrongIsTold() {
        AccountId administrator = fixtures.staff("Eeva Administrator", fixtures.own, Role.PARTNER_ADMINISTRATOR);
        fixtures.signIn(administrator);
        go("studio/review-stages/" + fixtures.own.data().slug());
        assertThat(field(Checkbox.class, "Nothing is published without a review")
                        .getValue())
                .isTrue();

        press("Add a stage");
        find(IntegerField.class).all().getLast().setValue(21);
        press("Save the stages");
        assertThat(settings.ofPartner(fixtures.own.id()).stages()).hasSize(1);
        find(IntegerField.class).all().getLast().setValue(2);
        press("Save the stages");
        assertThat(settings.ofPartner(fixtures.own.id()).stages()).hasSize(2);
        assertThat(settings.ofPartner(fixtures.own.id()).stages().getLast().quorum())
                .isEqualTo(2);
    }

    @Test
    void aRegistrarFoundsABodyAndNamesItsMembers() {
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next(), CoursesPermissions.REVIEW_ALLIANCE));
        go("registry/review");
        field(TextField.class, "Name of a new body").setValue("  ");
        press("Found it");
        assertThat(field(TextField.class, "Name of a new body").isInvalid()).isTrue();
        field(TextField.class, "E-mail address").setValue("nobody@example.org");
        press("Make a member");
        assertThat(field(TextField.class, "E-mail address").getErrorMessage()).contains("Nobody has an account");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<ReviewVerdict> verdict() {
        return (RadioButtonGroup<ReviewVerdict>) find(RadioButtonGroup.class).single();
    }
}
