package org.collegium.learning.rollout.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** An instructor chooses which runs get a version. */
@Tag("view")
@FullApplicationTest
class RollOutViewTests extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void manyRunsAreChosenByPagesAndStayChosenOnTheNext() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        Offered offered = fixtures.offer(StudyFixtures.smallCourse(), Terms.OPEN);
        Object unused = fixtures.publish(offered, 2, StudyFixtures.smallCourse());
        jdbc.sql("""
                        insert into course_run (id, version, course_id, version_id, title, self_enrolment, created_at,
                            partner_id)
                        select uuid(), 0, course_id, version_id, concat('Run ', seq), true, created_at, partner_id
                        from course_run join seq_1_to_22 where id = ?
                        """).param(offered.run().value()).update();
        fixtures.signInAsStaff(
                CoursesPermissions.RUNS + "@" + offered.partner(),
                CoursesPermissions.VIEW_DRAFT + "@" + offered.partner());
        String path = "studio/courses/" + offered.course() + "/roll-out";

        UI.getCurrent().navigate(path);
        assertThat(runs()).hasSize(20);
        test(runs().getFirst()).click();

        assertThat(runs()).filteredOn(Checkbox::getValue).hasSize(1);
        String next = find(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(address -> address.contains("&runs=2"))
                .findFirst()
                .orElseThrow();
        UI.getCurrent().navigate(path, QueryParameters.fromString(next.substring(next.indexOf('?') + 1)));

        assertThat(runs()).hasSize(3).noneMatch(Checkbox::getValue);
        assertThat(find(Button.class).all())
                .as("what is chosen on the other page")
                .extracting(Button::getText)
                .contains("Give version 2 to 1 run");
    }

    private List<Checkbox> runs() {
        return find(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().contains(" run") || box.getLabel().startsWith("Run "))
                .toList();
    }
}
