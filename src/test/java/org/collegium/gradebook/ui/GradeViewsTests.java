package org.collegium.gradebook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.activity.ActivityCompleted;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.GradeFiles;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Scale.Step;
import org.collegium.identity.AccountId;
import org.collegium.learning.LearningPermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

@Tag("view")
@FullApplicationTest
class GradeViewsTests extends ViewTest {

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private GradeBooks books;

    @Autowired
    private GradeFiles files;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private Offered offered;
    private AccountId ada;

    @BeforeEach
    void adaHasAScoreAndAnInstructorLooks() {
        fixtures = new StudyFixtures(jdbc, people);
        offered = fixtures.offer();
        ada = fixtures.learner("Ada Lind");
        fixtures.as(ada, () -> enrolments.join(ada, offered.run()));
        publisher.publishEvent(
                new ActivityCompleted(ada, offered.run().value(), "last-quiz", "quiz", 0.835, true, clock.instant()));
        fixtures.signInAsStaff(
                GradebookPermissions.VIEW + "@" + offered.partner(),
                GradebookPermissions.GRADE + "@" + offered.partner(),
                GradebookPermissions.SET_UP + "@" + offered.partner(),
                LearningPermissions.VIEW_LEARNERS + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theBookShowsLearnersEntriesAndHowTheyCameOut() {
        open("", "");

        assertThat(find(H1.class).single().getText()).isEqualTo("Grades");
        assertThat(page()).contains("1 learner", "Title of last-quiz", "83.5%", "At once");
        Grid<?> grid = find(Grid.class).single();
        assertThat(grid.getColumns()).hasSize(4);
        assertThat(test(grid).getCellText(0, 1)).isEqualTo("84%");
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("83.5%");
        open("", "?q=nobody");
        assertThat(page()).contains("No learners found");
        open("", "?order=best");
        Grid<?> ordered = find(Grid.class).single();
        assertThat(test(ordered).getCellText(0, 2)).isEqualTo("83.5%");
        open("", "?order=lowest&by=last-quiz");
        assertThat(field(Select.class, "Ordered by").getValue()).isEqualTo("last-quiz");
        Grid<?> byEntry = find(Grid.class).single();
        assertThat(test(byEntry).getCellText(0, 2)).isEqualTo("83.5%");
    }

    @Test
    void anEntryIsKeptBackAndReleased() {
        open("", "");
        press("Keep back: Title of last-quiz");
        assertThat(page()).contains("Kept back");
        assertThat(ownPage()).contains("not released", "No total yet").doesNotContain("83.5%");

        fixtures.signInAsStaff(
                GradebookPermissions.VIEW + "@" + offered.partner(),
                GradebookPermissions.GRADE + "@" + offered.partner(),
                LearningPermissions.VIEW_LEARNERS + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());
        open("", "");
        press("Release: Title of last-quiz");
        assertThat(page()).contains("Since ");
        assertThat(ownPage()).contains("84%", "83.5% (83.5 of 100 points)");
    }

    @Test
    void aScoreIsGivenWithAReasonThatTheLearnerReads() {
        open("/" + offered.run() + "/learners/" + ada, "");
        assertThat(find(H1.class).single().getText()).isEqualTo("Ada Lind");
        press("Give a score: Title of last-quiz");
        test(lastField(NumberField.class, "Points")).setValue(120.0);
        press("Save");
        assertThat(lastField(NumberField.class, "Points").getErrorMessage())
                .isEqualTo("Give 0 to 100 points, not 120.");
        test(lastField(NumberField.class, "Points")).setValue(90.0);
        press("Save");
        assertThat(lastField(TextArea.class, "Reason").isInvalid()).isTrue();
        test(lastField(TextArea.class, "Reason")).setValue("Question 2 was unclear");
        press("Save");

        assertThat(page()).contains("90% (90 of 100 points)", "in the place of 83.5%: Question 2 was unclear");
        press("History: Title of last-quiz");
        assertThat(page()).contains("Given 90%", "Earned 83.5%", "Staff");
        assertThat(ownPage()).contains("90%", "Question 2 was unclear");
    }

    @Test
    void categoriesEntriesAndScaleAreSetWithAPreview() {
        open("/" + offered.run() + "/set-up", "");
        press("Add a category");
        test(lastField(TextField.class, "Name")).setValue("Quizzes");
        press("Save");
        assertThat(lastField(NumberField.class, "Weight").getErrorMessage())
                .isEqualTo("At least one category must weigh something.");
        test(lastField(NumberField.class, "Weight")).setValue(30.0);
        test(lastField(IntegerField.class, "Lowest entries dropped")).setValue(1);
        press("What would change");
        assertThat(page()).contains("One total would change, of 1.", "Ada Lind: 84% → No total yet");
        press("Save");
        assertThat(page()).contains("The weights come to 30", "1 entry is in no category and does not count.");

        press("Change: Title of last-quiz");
        choose("Category", "Quizzes");
        press("Save");
        press("Add an entry by hand");
        test(lastField(TextField.class, "Title")).setValue("Oral exam");
        test(lastField(NumberField.class, "Points")).setValue(20.0);
        press("Save");

        RunBook book = books.book(offered.run()).orElseThrow();
        assertThat(book.book().categories()).extracting(Category::name).containsExactly("Quizzes");
        assertThat(book.book().entries()).extracting(Entry::title).containsExactly("Title of last-quiz", "Oral exam");
        assertThat(page()).contains("Oral exam", "20");
    }

    @Test
    void aScaleOfThePartnerIsMadeAndWhatIsWrongIsTold() {
        open("/" + offered.run() + "/set-up", "");
        press("Add a scale");
        test(lastField(TextField.class, "Name")).setValue("Marks");
        test(lastField(TextArea.class, "Labels")).setValue("50 Good\nnothing");
        press("Save");
        assertThat(lastField(TextArea.class, "Labels").getErrorMessage()).contains("nothing");
        test(lastField(TextArea.class, "Labels")).setValue("50 Good enough\n0 Not yet");
        press("Save");

        assertThat(page()).contains("Marks");
        assertThat(ScaleDialog.read("92,5% A plus\n\n0 F")).containsExactly(new Step(92.5, "A plus"), new Step(0, "F"));
        Step fine = new Step(66.6667, "Two thirds");
        assertThat(ScaleDialog.read(ScaleDialog.line(fine))).containsExactly(fine);
    }

    @Test
    void aFileIsLookedAtBeforeItIsTaken() {
        ImportDialog dialog = new ImportDialog(files, offered.run(), () -> {});
        dialog.open();
        dialog.look("email,Nothing\nx@example.org,3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page()).contains("One thing is wrong", "No column has the title of an entry");
        dialog.look(new byte[] {(byte) 0xC3, 'a'});
        assertThat(page()).contains("not in UTF-8");
    }

    private String ownPage() {
        fixtures.signIn(ada);
        UI.getCurrent().navigate("my-learning/" + offered.run() + "/grades");
        return page();
    }

    private void open(String rest, String query) {
        UI.getCurrent().navigate("my-learning");
        UI.getCurrent()
                .navigate(
                        "studio/courses/" + offered.course() + "/grades" + rest,
                        query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query.substring(1)));
    }

    @SuppressWarnings("unchecked")
    private void choose(String label, String item) {
        Select<String> select = lastField(Select.class, label);
        test(select).selectItem(item);
    }

    private <T extends Component & HasLabel> T lastField(Class<T> type, @Nullable String label) {
        return find(type).all().stream()
                .filter(field -> Objects.equals(label, field.getLabel()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("No field " + label));
    }
}
