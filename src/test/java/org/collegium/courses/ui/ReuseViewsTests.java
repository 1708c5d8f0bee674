package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.catalogue.CoursePages;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.Retirements;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.courses.derived.DerivingData;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screens by which courses are taken over from others. */
@Tag("view")
@FullApplicationTest
class ReuseViewsTests extends StudioViewTest {

    private static final Set<String> STAFF = Set.of(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
    private static final String LESSON = "what-is-a-model";

    @Autowired
    private DerivedCourses derived;

    @Autowired
    private Drafts drafts;

    @Autowired
    private SystemActor system;

    private Partner theirs;
    private CourseVersion source;

    @BeforeEach
    void anotherPartnerHasPublishedACourse() {
        theirs = CoursesFixtures.partner(beans);
        source = published("# What a model is\n\nA model is a rule made from examples.\n");
    }

    @Test
    void theLibraryIsLookedThroughAndSaysWhatMayBeDone() {
        go("studio/library?q=okapis+steppe");

        assertThat(heading()).isEqualTo("Library");
        assertThat(page()).contains("Okapis of the steppe", "What is a model?", "CC-BY-4.0");
        go("studio/library?q=okapis+steppe&kind=course");
        assertThat(links()).contains("/studio/library/" + source.course() + "/adapt");
        go("studio/library?q=okapis+steppe&kind=lesson");
        assertThat(links()).doesNotContain("/studio/library/" + source.course() + "/adapt");
        go("studio/library?q=nothing-of-the-kind");
        assertThat(page()).contains("Nothing fits");
    }

    @Test
    void aCourseIsAdaptedAndAWrongKeyIsToldAtItsField() {
        go("studio/library/" + source.course() + "/adapt");
        assertThat(page()).contains("The licence CC-BY-4.0 allows it when you name the source.");
        TextField key = field(TextField.class, "Key");
        test(key).setValue("No key");
        press("Make the draft");
        assertThat(key.isInvalid()).isTrue();

        test(key).setValue("our-okapis");
        test(field(TextArea.class, "What you will change")).setValue("Examples from forestry.");
        press("Make the draft");

        assertThat(heading()).isEqualTo("Okapis of the steppe");
        assertThat(page()).contains("What is a model?");
    }

    @Test
    void aCourseSaysWhereItComesFromAndIsOfferedToOthers() {
        CourseId ours = adapted();
        go("studio/courses/" + ours + "/reuse");
        assertThat(page()).contains("Adapted from Okapis of the steppe", "Nothing newer has come out.");
        test(field(TextArea.class, "What you changed")).setValue("Trees.");
        press("Save");
        assertThat(system.call(STAFF, () -> derived.of(ours)).orElseThrow().changes())
                .isEqualTo("Trees.");

        signIn(theirs, AUTHOR);
        go("studio/courses/" + source.course() + "/reuse");
        Checkbox offer = find(Checkbox.class).single();
        test(offer).click();
        assertThat(system.call(STAFF, () -> derived.isOffered(source.course()))).isTrue();
    }

    @Test
    void aCourseSaysThatTheOneItComesFromIsRetired() {
        CourseId ours = adapted();
        CoursesFixtures.publish(beans, ours);
        assertThat(leadsToItsSource()).isTrue();
        system.run(
                Set.of(CoursesPermissions.PUBLISH),
                () -> beans.getBean(Retirements.class).atOnce(source.course(), "We teach gnus now.", null));
        assertThat(leadsToItsSource()).isFalse();

        for (String page : List.of("", "/reuse")) {
            go("studio/courses/" + ours + page);
            assertThat(page()).contains("The course from which this one comes was retired on", "We teach gnus now.");
        }
        assertThat(page()).contains("Adapted from Okapis of the steppe");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getText).toList())
                .noneMatch(text -> text.startsWith("Adapted from"));
    }

    @Test
    void whereBothChangedTheSameOneChoosesBeforeItIsTakenIn() {
        CourseId ours = adapted();
        write(ours, "# What a model is\n\nA model is a rule made from examples of trees.\n");
        published("# What a model is\n\nA model is a rule made from data.\n");

        go("studio/courses/" + ours + "/reuse/upstream");
        assertThat(page()).contains("1 to choose, 0 chosen", "Yours", "What comes", "Choose everywhere first");
        press("Keep yours");
        assertThat(page()).contains("0 to choose, 1 chosen", "Yours stays");
        press("Choose again");
        press("Take theirs");
        press("Take it in");

        assertThat(text(ours)).contains("A model is a rule made from data.");
        go("studio/courses/" + ours + "/reuse/upstream");
        assertThat(page()).contains("What comes from Okapis of the steppe", "Nothing comes");
    }

    @Test
    void aTranslationNamesItsSourceAndTheSourceShowsHowFarItIs() {
        signIn(theirs, AUTHOR);
        CourseId english = translation(CoursesFixtures.metadata("okapit", "Arojen okapit", "CC-BY-4.0"));
        go("studio/courses/" + english + "/languages");
        assertThat(page()).contains("This course translates no published course.");
        ComboBox<CourseListItem> which = choice("Which course this one translates");
        test(which).selectItem("Okapis of the steppe (English, okapis)");
        press("Link");
        assertThat(which.getErrorMessage()).contains("Both courses are in the same language (en).");

        CourseId finnish = translation(CoursesFixtures.inLanguage(
                CoursesFixtures.metadata("okapit-suomeksi", "Arojen okapit", "CC-BY-4.0"), "fi"));
        go("studio/courses/" + finnish + "/languages");
        test(choice("Which course this one translates")).selectItem("Okapis of the steppe (English, okapis)");
        press("Link");
        assertThat(page()).contains("0 current, 0 out of date, 2 not looked at, 0 missing");
        test(find(Checkbox.class).all().getFirst()).click();
        press("Mark the chosen one as current");
        assertThat(page()).contains("1 current, 0 out of date, 1 not looked at, 0 missing");
        press("Undo");
        press("Mark all 2 as current");
        assertThat(page()).contains("2 current, 0 out of date, 0 not looked at, 0 missing");
        press("Undo");

        CoursesFixtures.publish(beans, finnish);
        go("studio/courses/" + source.course() + "/languages");
        assertThat(page())
                .contains("Courses that translate this one", "0 current, 0 out of date, 2 not looked at, 0 missing");
        assertThat(links()).contains("/studio/courses/" + finnish + "/languages");
    }

    @Test
    void othersSeeNothingOfIt() {
        CourseId ours = adapted();
        signIn(theirs, AUTHOR);
        for (String place : new String[] {"/reuse", "/reuse/upstream"}) {
            go("studio/courses/" + ours + place);
            assertThat(heading()).as(place).isEqualTo("Not open to you");
        }
        signIn(partner, CoursesPermissions.VIEW_DRAFT);
        go("studio/library");
        assertThat(heading()).isEqualTo("Not open to you");
    }

    private CourseVersion published(String lesson) {
        CourseId course = CoursesFixtures.draft(
                beans,
                theirs,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("okapis", "Okapis of the steppe", "CC-BY-4.0"),
                        lesson,
                        CoursesFixtures.QUIZ));
        return CoursesFixtures.publish(beans, course);
    }

    private CourseId translation(CourseMetadata metadata) {
        return CoursesFixtures.draft(
                beans, theirs, CoursesFixtures.accepted(metadata, CoursesFixtures.LESSON, CoursesFixtures.QUIZ));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CourseListItem> choice(String label) {
        return field(ComboBox.class, label);
    }

    /** Whether the public page of the adapted course has a link to the page of the other one. */
    private boolean leadsToItsSource() {
        return beans.getBean(CoursePages.class)
                .find(partner.data().slug().value(), "ours")
                .orElseThrow()
                .sourceListed();
    }

    private CourseId adapted() {
        return system.call(
                STAFF, () -> derived.derive(partner.id(), source.course(), new DerivingData("Ours", "ours", "")));
    }

    private void write(CourseId course, String text) {
        system.run(STAFF, () -> {
            Draft draft = drafts.find(course).orElseThrow();
            drafts.replaceFile(course, draft.revision(), LESSON, text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private String text(CourseId course) {
        return system.call(STAFF, () -> {
            Draft draft = drafts.find(course).orElseThrow();
            String path = draft.manifest().unit(LESSON).orElseThrow().file();
            return new String(drafts.file(course, path).orElseThrow().bytes(), StandardCharsets.UTF_8);
        });
    }
}
