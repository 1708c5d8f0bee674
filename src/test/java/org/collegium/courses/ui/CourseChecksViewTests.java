package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.collegium.FullApplicationTest;
import org.collegium.content.Prose;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The checks of a draft, and two states of a course beside one another. */
@Tag("view")
@FullApplicationTest
class CourseChecksViewTests extends StudioViewTest {

    @Autowired
    private Drafts drafts;

    @Test
    void whatIsMissingStandsInTheListWithTheWayToWhereItIsMended() {
        CourseId course = draft("first-course", "", CoursesFixtures.QUIZ);
        open(CourseChecksView.class, course);

        assertThat(heading()).isEqualTo("Checks");
        assertThat(page())
                .contains("Nothing says under which licence the course may be used.", "Blocks publishing", "To do");
        assertThat(links()).contains("/studio/courses/" + course + "/details");
    }

    @Test
    void whereNothingIsToMendThatIsSaid() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        open(CourseChecksView.class, course);
        assertThat(page()).contains("Nothing to mend");

        go("studio/courses/" + course + "/checks?severity=BLOCKS&kind=LINKS&page=3");
        assertThat(page()).contains("Nothing of this kind was found.");
    }

    @Test
    void reviewersReadTheListAndAreOfferedNothingToChange() {
        CourseId course = draft("first-course", "", CoursesFixtures.QUIZ);
        signIn(partner, CoursesPermissions.VIEW_DRAFT);
        open(CourseChecksView.class, course);

        assertThat(page()).contains("Nothing says under which licence the course may be used.");
        assertThat(links()).doesNotContain("/studio/courses/" + course + "/details");
    }

    @Test
    void staffOfOtherPartnersSeeNeitherChecksNorDifferences() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        signIn(CoursesFixtures.partner(beans), AUTHOR);

        for (String page : List.of("/checks", "/compare")) {
            go("studio/courses/" + course + page);
            assertThat(getCurrentView()).isNotInstanceOf(CourseView.class);
        }
    }

    @Test
    void aVersionAndTheDraftStandBesideOneAnotherWordByWord() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        open(CourseCompareView.class, course);
        assertThat(page()).contains("Nothing to compare yet");
        CoursesFixtures.publish(beans, course);
        open(CourseCompareView.class, course);
        assertThat(page()).contains("The two are the same.");

        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course", "Another title", "MIT"),
                        CoursesFixtures.LESSON.replace("a rule", "a good rule"),
                        CoursesFixtures.QUIZ));
        go("studio/courses/" + course + "/compare?from=1&to=draft");
        assertThat(page()).contains("1 unit differs", "Changed", "Details of the course", "Title");
        String unit = find(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(address -> address.contains("unit=what-is-a-model"))
                .findFirst()
                .orElseThrow();

        go(unit.substring(1));
        assertThat(find(Prose.class).all().stream()
                        .map(prose -> prose.getElement().getProperty("innerHTML"))
                        .toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("<ins data-change=\"1\">good</ins>");
        assertThat(page()).contains("1 change", "Next change");

        go(unit.substring(1) + "&as=source");
        assertThat(find(Pre.class).all().stream()
                        .map(lines -> lines.getElement().getTextRecursively())
                        .toList())
                .last()
                .asString()
                .contains("+ A model is a good rule made from examples.");
    }

    @Test
    void whatReadersDoNotSeeOfALessonIsComparedAsItIsWritten() {
        CourseId course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
        CoursesFixtures.publish(beans, course);
        CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("first-course", "A first course", "MIT"),
                        CoursesFixtures.LESSON.replace("# What a model is", "# What models are"),
                        CoursesFixtures.QUIZ));

        go("studio/courses/" + course + "/compare?from=1&to=draft&unit=what-is-a-model");

        assertThat(page())
                .contains("What readers see is the same in both.", "1 change")
                .doesNotContain("No word differs.", "As it is written");
        assertThat(find(Pre.class).all().stream()
                        .map(lines -> lines.getElement().getTextRecursively())
                        .toList())
                .last()
                .asString()
                .contains("+ # What models are");
    }
}
