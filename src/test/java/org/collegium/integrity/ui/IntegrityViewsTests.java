package org.collegium.integrity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.assessment.LookingPermissions;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.integrity.AlikeTexts;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.cases.NewCase;
import org.collegium.integrity.cases.OpeningCases;
import org.collegium.integrity.cases.Verdict;
import org.collegium.integrity.similarity.ComparingForTests;
import org.collegium.integrity.trace.TraceAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

@Tag("view")
@FullApplicationTest
class IntegrityViewsTests extends ViewTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private OpeningCases opening;

    @Autowired
    private TraceAddress traces;

    private StudyFixtures fixtures;
    private AlikeTexts texts;
    private AccountId staff;
    private UUID pair;
    private UUID course;

    @BeforeEach
    void textsWereCompared() {
        fixtures = new StudyFixtures(jdbc, people);
        texts = new AlikeTexts(beans, fixtures);
        fixtures.signIn(texts.cleo);
        String unused = traces.opened(texts.cleo, texts.attempt(texts.cleo).id(), "192.0.2.1");
        staff = fixtures.learner("Ira Instructor");
        course = texts.course.course().value();
        signInStaff();
        pair = ComparingForTests.pair(beans, texts.run, AlikeTexts.UNIT);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatWasComparedStandsThereWithItsPairs() {
        open(IntegrityNavigation.course(course), "");

        assertThat(page())
                .contains(
                        "Check yourself",
                        "One pair of texts that are alike",
                        "3 texts",
                        "3 texts were too short",
                        "Compare again")
                .contains("Ada Alike and Ben Beside", "Question: Say in your own words why");
    }

    @Test
    void twoTextsStandSideBySideWithTheirPassagesNumbered() {
        open(IntegrityNavigation.pair(course, texts.run.value(), pair), "");

        assertThat(find(H1.class).single().getText()).isIn("Ada Alike and Ben Beside", "Ben Beside and Ada Alike");
        assertThat(find(MarkedText.class).all())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text.getElement().getTextRecursively())
                        .containsIgnoringCase("1" + AlikeTexts.COPIED));
        assertThat(page()).contains("in one passage.");
    }

    @Test
    void attemptsWithATraceAreFoundByNameAndShownWithTheirAnswers() {
        open(IntegrityNavigation.course(course), "part=traces");
        assertThat(page()).contains("One attempt", "Cleo Clear").doesNotContain("Ada Alike");

        open(
                IntegrityNavigation.attempt(
                        course,
                        texts.run.value(),
                        texts.attempt(texts.cleo).id().value()),
                "");
        assertThat(page())
                .contains("The attempt began.", "The answers were submitted.", "A straight line", "overfitting");
    }

    @Test
    void aCaseIsOpenedAnsweredAndDecidedOnScreen() {
        open(IntegrityNavigation.pair(course, texts.run.value(), pair), "");
        press("Open a case");
        press("Open and tell the learner");
        assertThat(area("What you ask the learner").getErrorMessage())
                .isEqualTo("Say what you noticed and what you ask.");
        test(area("What you ask the learner")).setValue("How did this come about?");
        press("Open and tell the learner");
        assertThat(find(H1.class).single().getText()).isEqualTo("Case about Check yourself");
        assertThat(page()).contains("How did this come about?", "Ira Instructor opened the case.");
        UUID id = jdbc.sql("select id from integrity_case where run_id = ?")
                .param(texts.run.value())
                .query(UUID.class)
                .single();

        fixtures.signIn(texts.ada);
        open(IntegrityNavigation.ownCase(id), "");
        assertThat(page()).contains("How did this come about?", "Your text").doesNotContain("Ben Beside");
        press("Send the answer");
        assertThat(area("How did it come about?").getErrorMessage()).isEqualTo("Write something before you send it.");
        test(area("How did it come about?")).setValue("We learned together.");
        press("Send the answer");
        assertThat(page()).contains("You have answered; your teachers decide", "We learned together.");

        signInStaff();
        open(IntegrityNavigation.caseOf(course, id), "");
        assertThat(page()).contains("We learned together.");
        press("Decide for Ada Alike");
        chooseWarning();
        test(area("Reason")).setValue("Say so the next time.");
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals("Decide")
                        && button.getAriaLabel().isEmpty())
                .forEach(button -> test(button).click());
        assertThat(page())
                .contains("A warning", "Say so the next time.", "The verdict for Ada Alike stands, by Ira Instructor.");
        open(IntegrityNavigation.course(course), "part=cases");
        assertThat(page()).contains("One case waits for a verdict", "Waits for one verdict", "1 of 2 have answered");
    }

    @Test
    void aCaseFromATraceShowsItToTheLearner() {
        UUID id = opening.ofTrace(
                texts.run,
                texts.attempt(texts.cleo).id(),
                new NewCase("Why?", Instant.now().plus(Duration.ofDays(7)), true));
        open(IntegrityNavigation.caseOf(course, id), "");
        assertThat(page()).contains("A second person must agree to a verdict.", "The attempt began.");

        fixtures.signIn(texts.cleo);
        open(IntegrityNavigation.ownCase(id), "");
        assertThat(page()).contains("The attempt began.", "Your answer is awaited");
    }

    @SuppressWarnings("unchecked")
    private void chooseWarning() {
        RadioButtonGroup<Verdict> choice = find(RadioButtonGroup.class).single();
        choice.setValue(Verdict.WARNING);
    }

    private void signInStaff() {
        String at = "@" + texts.course.partner();
        fixtures.signIn(
                staff,
                IntegrityPermissions.LOOK + at,
                IntegrityPermissions.CASES + at,
                LookingPermissions.LOOK + at,
                CoursesPermissions.VIEW_DRAFT + at);
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate("account");
        UI.getCurrent()
                .navigate(
                        path.substring(1),
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
    }

    private TextArea area(String label) {
        return find(TextArea.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label));
    }
}
