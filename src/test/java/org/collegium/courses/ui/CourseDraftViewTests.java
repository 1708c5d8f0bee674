package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.content.Prose;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseState;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.derived.Library;
import org.collegium.courses.derived.LibraryItem;
import org.collegium.identity.SystemActor;
import org.collegium.shared.ui.PageHeader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("view")
@FullApplicationTest
class CourseDraftViewTests extends StudioViewTest {

    private static final String UNKEYED =
            CoursesFixtures.QUIZ.replace("        correct: true\n", "").replace("    answer: false\n", "");

    @Autowired
    private CourseVersions versions;

    @Autowired
    private CourseRuns runs;

    @Autowired
    private Courses courses;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SystemActor system;

    @Test
    void theWholeCourseStandsOnOnePageWithWhatIsLeftToDo() {
        CourseId course = draft("first-course", "", UNKEYED);

        open(CourseDraftView.class, course);

        assertThat(heading()).isEqualTo("A first course");
        assertThat(page())
                .contains("Learning from examples", "What is a model?", "Sample", "2 keys needed")
                .contains("Nothing says under which licence the course may be used.")
                .contains("2 questions need their right answers.", "Key the questions");
        String base = "/studio/courses/" + course;
        assertThat(links())
                .contains(
                        base + "/details",
                        base + "/runs",
                        base + "/units/what-is-a-model",
                        base + "/units/quiz-models/edit");
    }

    @Test
    void oneMenuHoldsTheWaysFromACourseInThreeParts() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);

        open(CourseDraftView.class, course);

        CourseMenu menu = find(CourseMenu.class).single();
        assertThat(menu.isOpen()).isFalse();
        assertThat(find(H2.class, menu).all())
                .extracting(H2::getText)
                .containsExactly("Content", "Versions", "Teaching");
        assertThat(find(PageHeader.class).single().getElement().getTextRecursively())
                .contains("Preview", "Publish");
    }

    @Test
    void aUnitIsPutIntoTheOutlineFromTheLibraryOrFromTheBank() {
        CourseId source = draft("second-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, source);
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        open(CourseDraftView.class, course);

        press("Add a unit");
        RadioButtonGroup<?> what = find(RadioButtonGroup.class).single();
        test(what).selectItem("A quiz, lab or lesson from the library of my organisation and the alliance");
        press("Add it");
        assertThat(combo("From the library").getErrorMessage()).isEqualTo("Choose what shall be put into the section.");
        @SuppressWarnings("unchecked")
        ComboBox<LibraryItem> library = (ComboBox<LibraryItem>) combo("From the library");
        library.setValue(
                beans.getBean(Library.class).find(source, "quiz-models").orElseThrow());
        press("Add it");
        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
        assertThat(page()).contains("“Check yourself” is in the outline.");

        press("Add a unit");
        RadioButtonGroup<?> second = find(RadioButtonGroup.class).single();
        test(second).selectItem("A quiz of questions from the question bank");
        test(field(TextField.class, "Title")).setValue("Banked");
        press("Add it");
        assertThat(combo("Question").getErrorMessage()).isEqualTo("Choose at least one question.");
        assertThat(system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> drafts.find(course))
                        .orElseThrow()
                        .manifest()
                        .units())
                .hasSize(3);
    }

    private ComboBox<?> combo(String label) {
        return find(ComboBox.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatBlocksIsToldBeforeAnythingIsPublished() {
        CourseId course = draft("first-course", "", UNKEYED);
        open(CourseDraftView.class, course);

        press("Publish");

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Not yet ready to publish");
        assertThat(versions.latest(course)).isEmpty();
    }

    @Test
    void aFirstVersionIsPublishedInTwoSteps() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        open(CourseDraftView.class, course);
        assertThat(page()).contains("Nothing stands in the way.");

        press("Publish");
        assertThat(page()).contains("A run opens at once that everybody may join.");
        press("Publish version 1");

        assertThat(versions.latest(course)).map(CourseVersion::number).contains(1);
        assertThat(runs.openRuns(course)).hasSize(1);
        assertThat(page()).contains("Version 1 is published.");
    }

    @Test
    void whatIsPublishedAlreadyIsNotOfferedAgain() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        open(CourseDraftView.class, course);

        press("Publish");

        Dialog dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Nothing new to publish");
        press("Close");
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void aLaterVersionSaysWhatChangesAndWhoGetsIt() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course", "A first course", "MIT"),
                        "# Changed\n\nBetter said.\n",
                        CoursesFixtures.QUIZ));
        open(CourseDraftView.class, course);

        press("Publish");
        assertThat(page()).contains("1 unit differs: What is a model?");
        RadioButtonGroup<?> who = find(RadioButtonGroup.class).single();
        assertThat(who.getLabel()).isEqualTo("Who gets this version");
        test(who).selectItem("Those who join a new run; the runs there are keep theirs");
        test(field(TextField.class, "Title of the new run")).setValue("Autumn");
        press("Publish version 2");

        assertThat(runs.openRuns(course))
                .hasSize(2)
                .first()
                .satisfies(run -> assertThat(run.title()).isEqualTo("Autumn"));
    }

    @Test
    void aLaterVersionGoesToLaterRunsAloneUnlessSomebodySaysOtherwise() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CourseVersion first = CoursesFixtures.publish(beans, course);
        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course", "A first course", "MIT"),
                        "# Changed\n\nBetter said.\n",
                        CoursesFixtures.QUIZ));
        open(CourseDraftView.class, course);

        press("Publish");
        test(field(TextArea.class, "What is new")).setValue("It is **better said**.");
        press("Publish version 2");

        assertThat(versions.latest(course)).map(CourseVersion::number).contains(2);
        assertThat(runs.openRuns(course))
                .singleElement()
                .satisfies(run -> assertThat(run.version()).isEqualTo(first.id()));
        assertThat(heading()).isEqualTo("Versions");
        assertThat(page()).contains("Version 2", "In no run", "In 1 run", "Compare with version 1");
        assertThat(find(Prose.class).single().getElement().getProperty("innerHTML"))
                .contains("<strong>better said</strong>");
    }

    @Test
    void aRetiredCourseComesBack() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        open(CourseDraftView.class, course);

        press("Retire the course");
        press("Retire it now");
        assertThat(reference(course).state()).isEqualTo(CourseState.RETIRED);
        press("Bring the course back");

        assertThat(reference(course).state()).isEqualTo(CourseState.PUBLISHED);
    }

    @Test
    void reviewersSeeTheDraftButChangeNothing() {
        CourseId course = draft("first-course", "", UNKEYED);
        signIn(partner, CoursesPermissions.VIEW_DRAFT);

        open(CourseDraftView.class, course);

        assertThat(page()).contains("A first course").doesNotContain("Discard the draft");
        assertThat(links()).noneMatch(link -> link.endsWith("/edit") || link.endsWith("/details"));
    }

    @Test
    void staffOfOtherPartnersDoNotEnter() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        signIn(CoursesFixtures.partner(beans), AUTHOR);

        for (String place : new String[] {
            "",
            "/details",
            "/runs",
            "/report",
            "/units/what-is-a-model",
            "/units/quiz-models/edit",
            "/source?file=quizzes/models.yaml"
        }) {
            go("studio/courses/" + course + place);
            assertThat(heading()).as(place).isEqualTo("Not open to you");
        }
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        UI.getCurrent().navigate("studio/courses/" + CourseId.next());
        assertThat(heading()).isEqualTo("Page not found");
        UI.getCurrent().navigate("studio/courses/not-an-id");
        assertThat(heading()).isEqualTo("Page not found");
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        UI.getCurrent().navigate("studio/courses/" + course + "/units/nothing");
        assertThat(heading()).isEqualTo("Page not found");
    }

    @Test
    void aLessonIsPreviewedAsLearnersWillSeeIt() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);

        navigate(UnitPreviewView.class, Map.of("course", course.toString(), "unit", "what-is-a-model"));

        assertThat(heading()).isEqualTo("What is a model?");
        assertThat(find(Prose.class).single().getElement().getProperty("innerHTML"))
                .contains("A model is a rule made from examples.");
        assertThat(page()).contains("Nothing you do here is recorded.");
        assertThat(links()).contains("/studio/courses/" + course + "/units/quiz-models");
    }

    @Test
    void aSourceIsShownWithItsLines() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);

        go("studio/courses/" + course + "/source?file=lessons/what-is-a-model.md&line=3");

        assertThat(heading()).isEqualTo("lessons/what-is-a-model.md");
        assertThat(page()).contains("# What a model is");
    }

    private CourseReference reference(CourseId course) {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> courses.find(course))
                .orElseThrow();
    }
}
