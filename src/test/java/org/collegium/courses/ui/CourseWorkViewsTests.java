package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseMetadata.CourseSkill;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.Drafts;
import org.collegium.courses.EditedDetails;
import org.collegium.courses.authoring.KeepResult;
import org.collegium.courses.authoring.Lessons;
import org.collegium.courses.authoring.OpenLesson;
import org.collegium.identity.SystemActor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("view")
@FullApplicationTest
class CourseWorkViewsTests extends StudioViewTest {

    private static final String UNKEYED =
            CoursesFixtures.QUIZ.replace("        correct: true\n", "").replace("    answer: false\n", "");

    @Autowired
    private Drafts drafts;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private SystemActor system;

    @Test
    void whatTheCourseLacksIsAddedInItsDetails() {
        CourseId course = draft("first-course", "", CoursesFixtures.QUIZ);
        open(CourseDetailsView.class, course);

        combo("Licence").setValue("CC-BY-4.0");
        test(field(TextArea.class, "Summary")).setValue("Learn it well.");
        press("Save the details");

        CourseMetadata metadata = metadata(course);
        assertThat(metadata.licence()).isEqualTo("CC-BY-4.0");
        assertThat(metadata.summary()).isEqualTo("Learn it well.");
        assertThat(metadata.authors())
                .singleElement()
                .satisfies(author -> assertThat(author.name()).isEqualTo("Ada Example"));
        assertThat(checks(course)).isEmpty();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("studio/courses/" + course);
    }

    @Test
    void versionsShowWhatDiffersAlsoWhereReadersDoNotSeeIt() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        Lessons lessons = beans.getBean(Lessons.class);
        OpenLesson open = lessons.open(course, "what-is-a-model");
        KeepResult unused = lessons.keep(
                course, "what-is-a-model", open.head(), open.text().replace("# What a model is", "# Models"));

        go("studio/courses/" + course + "/units/what-is-a-model/history");

        assertThat(page())
                .contains("1 change", "begun, or brought from elsewhere")
                .doesNotContain("No word differs.");
    }

    @Test
    void aWrongDetailIsToldAtItsFieldAndNothingTypedIsLost() {
        CourseId course = draft("first-course", "", CoursesFixtures.QUIZ);
        open(CourseDetailsView.class, course);

        TextArea outcomes = field(TextArea.class, "Outcomes");
        test(outcomes).setValue("x".repeat(301));
        test(field(TextField.class, "Topics")).setValue("Machine Learning, ethics");
        press("Save the details");

        assertThat(outcomes.isInvalid()).isTrue();
        assertThat(outcomes.getErrorMessage()).contains("300");
        assertThat(outcomes.getValue()).hasSize(301);

        test(outcomes).setValue("Explain what a model is.\nJudge one.");
        NumberField effort = field(NumberField.class, "Effort in hours");
        effort.setValue(0.1);
        press("Save the details");
        assertThat(effort.isInvalid()).isTrue();

        effort.setValue(3.5);
        press("Save the details");
        assertThat(metadata(course).outcomes()).containsExactly("Explain what a model is.", "Judge one.");
        assertThat(metadata(course).topics()).containsExactly("machine-learning", "ethics");
    }

    @Test
    void aMeanWithMoreDigitsThanItsFieldStaysAsItIs() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        system.run(Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT), () -> {
            Draft draft = drafts.find(course).orElseThrow();
            drafts.describe(
                    course,
                    draft.revision(),
                    EditedDetails.of(draft)
                            .certificate(new CertificateRule(Requirement.ALL, 0.725))
                            .build());
        });
        open(CourseDetailsView.class, course);

        test(field(TextArea.class, "Summary")).setValue("Learn it well.");
        press("Save the details");

        assertThat(metadata(course).summary()).isEqualTo("Learn it well.");
        assertThat(metadata(course).certificate()).isEqualTo(new CertificateRule(Requirement.ALL, 0.725));
    }

    @Test
    void skillsAreAddedRenamedAndRemoved() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        open(CourseDetailsView.class, course);

        ComboBox<?> add = find(ComboBox.class).all().stream()
                .filter(field -> "Add a skill".equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(add, new ComboBoxBase.CustomValueSetEvent<>(add, true, "Judge a model fairly"));
        ComponentUtil.fireEvent(add, new ComboBoxBase.CustomValueSetEvent<>(add, true, "judge a model, fairly"));
        ComponentUtil.fireEvent(add, new ComboBoxBase.CustomValueSetEvent<>(add, true, "Doubt"));
        press("Save the details");
        assertThat(metadata(course).skills())
                .containsExactly(
                        new CourseSkill("judge-a-model-fairly", "Judge a model fairly", null),
                        new CourseSkill("doubt", "Doubt", null));

        open(CourseDetailsView.class, course);
        TextField title = find(TextField.class).all().stream()
                .filter(field -> "doubt".equals(field.getHelperText()))
                .findFirst()
                .orElseThrow();
        test(title).setValue("");
        press("Save the details");
        ComboBox<?> told = find(ComboBox.class).all().stream()
                .filter(field -> "Add a skill".equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
        assertThat(told.isInvalid()).isTrue();
        assertThat(told.getErrorMessage()).contains("doubt");
        test(title).setValue("Doubt a model");
        find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel()
                        .filter("Remove the skill Judge a model fairly"::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .click();
        press("Save the details");
        assertThat(metadata(course).skills()).containsExactly(new CourseSkill("doubt", "Doubt a model", null));
    }

    @Test
    void aLicenceThatIsNotOfferedStaysWhenSomethingElseIsSaved() {
        CourseId course = draft("first-course", "NLOD-2.0", CoursesFixtures.QUIZ);
        open(CourseDetailsView.class, course);

        test(field(TextArea.class, "Summary")).setValue("Learn it well.");
        press("Save the details");

        assertThat(metadata(course).licence()).isEqualTo("NLOD-2.0");
        assertThat(metadata(course).summary()).isEqualTo("Learn it well.");
    }

    @Test
    void aTextThatIsTooLongIsNeitherCutNorTaken() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        open(CourseDetailsView.class, course);
        String before = metadata(course).title();

        TextField title = field(TextField.class, "Title");
        TextField author = field(TextField.class, "Name");
        title.setValue("x".repeat(10_000));
        author.setValue("x".repeat(10_000));
        press("Save the details");
        assertThat(author.getErrorMessage()).contains("at most 300 characters; this one has 10,000");
        assertThat(author.getValue()).hasSize(10_000);

        author.setValue("Ada Example");
        press("Save the details");
        assertThat(title.getErrorMessage()).contains("300");
        assertThat(title.getValue()).hasSize(10_000);
        assertThat(metadata(course).title()).isEqualTo(before);
    }

    @Test
    void questionsAreKeyedOneByOneAndEachKeyIsKeptAtOnce() {
        CourseId course = draft("first-course", "MIT", UNKEYED);
        navigate(UnitEditView.class, Map.of("course", course.toString(), "unit", "quiz-models"));
        assertThat(page()).contains("2 of 2 questions here need a key");

        chooseFirst(group("Which answer is right?"));

        assertThat(page()).contains("1 of 2 questions here needs a key", "1 of 2 in the course", "Saved in the draft.");
        assertThat(checks(course))
                .singleElement()
                .isInstanceOfSatisfying(
                        DraftCheck.Unkeyed.class,
                        left -> assertThat(left.questions()).isEqualTo(1));

        chooseFirst(group("Is it true?"));

        assertThat(page()).contains("All 2 questions here have a key", "Back to ");
        assertThat(checks(course)).isEmpty();
    }

    @Test
    void aKeyIsTakenBack() {
        CourseId course = draft("first-course", "MIT", UNKEYED);
        navigate(UnitEditView.class, Map.of("course", course.toString(), "unit", "quiz-models"));
        chooseFirst(group("Which answer is right?"));
        chooseFirst(group("Is it true?"));

        press("Undo");

        assertThat(group("Is it true?").getValue()).isNull();
        assertThat(page()).contains("1 of 2 questions here needs a key");
        press("Undo");
        assertThat(checks(course))
                .singleElement()
                .isInstanceOfSatisfying(
                        DraftCheck.Unkeyed.class,
                        left -> assertThat(left.questions()).isEqualTo(2));
    }

    @Test
    void aKeyIsKeptAlthoughTheDetailsWereChangedMeanwhileButNotOverAnotherKey() {
        CourseId course = draft("first-course", "MIT", UNKEYED);
        navigate(UnitEditView.class, Map.of("course", course.toString(), "unit", "quiz-models"));
        system.run(Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT), () -> {
            Draft draft = drafts.find(course).orElseThrow();
            drafts.describe(course, draft.revision(), EditedDetails.of(draft).build());
        });

        chooseFirst(group("Which answer is right?"));
        assertThat(page()).contains("Saved in the draft.");

        system.run(Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT), () -> {
            Draft draft = drafts.find(course).orElseThrow();
            drafts.replaceFile(course, draft.revision(), "quiz-models", UNKEYED.getBytes(StandardCharsets.UTF_8));
        });
        chooseFirst(group("Is it true?"));
        assertThat(page()).contains("Not saved. Somebody else has changed this draft meanwhile.");
        assertThat(group("Is it true?").getValue()).isNotNull();
    }

    @Test
    void aRunIsOpenedAndChanged() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        open(CourseRunsView.class, course);

        press("Open another run");
        test(field(TextField.class, "Title")).setValue("Autumn");
        field(DateTimePicker.class, "Opens").setValue(LocalDateTime.of(2026, 9, 1, 8, 0));
        field(DateTimePicker.class, "Closes").setValue(LocalDateTime.of(2026, 8, 1, 8, 0));
        field(IntegerField.class, "Places").setValue(30);
        find(Checkbox.class).single().setValue(false);
        press("Save the run");

        DateTimePicker closes = field(DateTimePicker.class, "Closes");
        assertThat(closes.isInvalid()).isTrue();
        assertThat(closes.getErrorMessage()).contains("closes after it opens");
        closes.setValue(LocalDateTime.of(2026, 12, 1, 8, 0));
        press("Save the run");

        List<CourseRun> all = system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> runs.ofCourse(course));
        assertThat(all).hasSize(2).first().satisfies(run -> {
            assertThat(run.title()).isEqualTo("Autumn");
            assertThat(run.capacity()).isEqualTo(30);
            assertThat(run.selfEnrolment()).isFalse();
            assertThat(run.closes()).isNotNull();
        });
        assertThat(page()).contains("Autumn", "By staff only", "Version 1");
    }

    @Test
    void whatCannotBeReadIsToldAtItsFieldAndNotTakenForNothing() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        open(CourseRunsView.class, course);

        press("Open another run");
        IntegerField places = field(IntegerField.class, "Places");
        typeUnreadable(places);
        press("Save the run");

        assertThat(places.isInvalid()).isTrue();
        assertThat(places.getErrorMessage()).contains("cannot be read");
        assertThat(system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> runs.ofCourse(course)))
                .hasSize(1);
    }

    @Test
    void aRunOfTheNextMillenniumIsRefusedAtItsField() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        open(CourseRunsView.class, course);

        press("Open another run");
        DateTimePicker opens = field(DateTimePicker.class, "Opens");
        opens.setValue(LocalDateTime.of(12026, 9, 1, 8, 0));
        press("Save the run");

        assertThat(opens.isInvalid()).isTrue();
        assertThat(opens.getErrorMessage()).contains("2200");
    }

    @Test
    void anAuthorIsLinkedToTheWebOnlyAndHasAName() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        open(CourseDetailsView.class, course);
        TextField address = field(TextField.class, "Web address (optional)");
        TextField name = field(TextField.class, "Name");

        test(address).setValue("javascript:alert(1)");
        press("Save the details");
        assertThat(address.isInvalid()).isTrue();
        assertThat(address.getErrorMessage()).contains("https://");

        test(address).setValue("https://example.org/ada");
        test(name).setValue(" ");
        press("Save the details");
        assertThat(address.isInvalid()).isFalse();
        assertThat(name.isInvalid()).isTrue();
        assertThat(address.getValue()).isEqualTo("https://example.org/ada");

        test(name).setValue("Ada Example");
        press("Save the details");
        assertThat(metadata(course).authors())
                .singleElement()
                .satisfies(author -> assertThat(author.url()).isEqualTo("https://example.org/ada"));
    }

    /** As the browser reports letters in a field of numbers. */
    private static void typeUnreadable(IntegerField field) {
        field.getElement().setProperty("_inputElementValue", "abc");
        field.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(field.getElement(), "unparsable-change", JacksonUtils.createObjectNode()));
    }

    @Test
    void thoseWhoMayNotChangeRunsOnlySeeThem() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        signIn(partner, CoursesPermissions.VIEW_DRAFT);

        open(CourseRunsView.class, course);

        assertThat(page()).contains("A first course", "Open").doesNotContain("Open another run");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> combo(String label) {
        return (ComboBox<String>) find(ComboBox.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private RadioButtonGroup<?> group(String label) {
        return find(RadioButtonGroup.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static <T> void chooseFirst(RadioButtonGroup<?> group) {
        RadioButtonGroup<T> typed = (RadioButtonGroup<T>) group;
        typed.setValue(typed.getListDataView().getItem(0));
    }

    private CourseMetadata metadata(CourseId course) {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.find(course))
                .orElseThrow()
                .manifest()
                .metadata();
    }

    private List<DraftCheck> checks(CourseId course) {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.checks(course));
    }
}
