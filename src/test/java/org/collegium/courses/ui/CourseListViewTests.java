package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("view")
@FullApplicationTest
class CourseListViewTests extends StudioViewTest {

    @Test
    void aPartnerWithoutCoursesIsToldWhatToDo() {
        navigate(CourseListView.class);

        assertThat(heading()).isEqualTo("Courses");
        assertThat(page()).contains("No courses yet");
        assertThat(links()).contains("/studio/courses/import");
    }

    @Test
    void staffSeeTheirCoursesAndHowTheyStand() {
        CourseId blocked = draft("blocked", "", CoursesFixtures.QUIZ);
        Partner other = CoursesFixtures.partner(beans);
        CoursesFixtures.draft(beans, other, CoursesFixtures.accepted("foreign"));

        navigate(CourseListView.class);

        assertThat(find(NativeTable.class).single().getBody().getElement().getTextRecursively())
                .contains("A first course", "Not published", "1 thing to mend", "Fixture University · blocked")
                .doesNotContain("foreign");
        assertThat(links()).contains("/studio/courses/" + blocked);
        assertThat(page()).contains("1 course");
    }

    @Test
    void whatIsLookedForStandsInTheAddress() {
        draft("one", "MIT", CoursesFixtures.QUIZ);
        draft("two", "MIT", CoursesFixtures.QUIZ);
        go("studio/courses?q=two");

        assertThat(field(TextField.class, "Title or key").getValue()).isEqualTo("two");
        assertThat(find(NativeTable.class).single().getBody().getRowCount()).isEqualTo(1);

        test(field(TextField.class, "Title or key")).setValue("nothing like this");

        assertThat(page()).contains("Nothing fits");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Courses");
    }

    @Test
    void anAddressOfAPageThatIsNoMoreShowsTheLastOne() {
        draft("first", "MIT", CoursesFixtures.QUIZ);

        go("studio/courses?page=9");

        assertThat(find(NativeTable.class).single().getBody().getRowCount()).isEqualTo(1);
    }

    @Test
    void thoseWhoMayNotEditAreOfferedNoImport() {
        signIn(partner, CoursesPermissions.VIEW_DRAFT);

        navigate(CourseListView.class);

        assertThat(links()).doesNotContain("/studio/courses/import");
        assertThat(page()).contains("have not imported a course yet");
    }

    @Test
    void learnersDoNotEnter() {
        signInEverywhere("enrolment:join");

        UI.getCurrent().navigate("studio/courses");

        assertThat(getCurrentView()).isNotInstanceOf(CourseListView.class);
    }
}
