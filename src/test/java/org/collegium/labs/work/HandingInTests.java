package org.collegium.labs.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.activity.ActivityTold;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradingProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;

/** What a learner sees of a submission, from the queue to the result. */
@Tag("view")
@FullApplicationTest
class HandingInTests extends SpringBrowserlessTest {

    @Autowired
    private List<ActivityPlayer> players;

    @Autowired
    private LabWork work;

    @Autowired
    private SubmissionRows rows;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private UserDetailsService people;

    private AccountId ada;
    private ActivityPlace place;
    private Component panel;

    @BeforeEach
    void adaHasHandedIn() {
        // What other tests left waiting would be taken before hers.
        jdbc.sql("delete from lab_submission where state in ('WAITING', 'GRADING')")
                .update();
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        ada = fixtures.learner("Ada");
        place = LabCourse.place(beans, ada, LabCourse.published(beans));
        fixtures.signIn(ada);
        enrolments.join(ada, new CourseRunId(Objects.requireNonNull(place.run())));
        work.submit(ada, place);
        panel = players.stream()
                .filter(player -> player.kind().equals("lab"))
                .findFirst()
                .orElseThrow()
                .open(place);
        UI.getCurrent().add(panel);
    }

    @AfterEach
    void nothingWaits() {
        jdbc.sql("delete from lab_submission where learner_id = ?")
                .param(ada.value())
                .update();
        SecurityContextHolder.clearContext();
    }

    @Test
    void whileItWaitsThePageAsksEverMoreSeldom() {
        List<Integer> pauses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pauses.add(UI.getCurrent().getPollInterval());
            poll();
        }

        assertThat(pauses).first().isEqualTo(500);
        assertThat(pauses).isSorted();
        assertThat(pauses).last().isEqualTo(5_000);
        assertThat(submit().isEnabled()).isFalse();
    }

    @Test
    void howFarItIsIsShownAndOnlyItsBeginningSpoken() {
        assertThat(text("p")).contains("Submission 1: waiting, yours is next");
        String before = spoken();
        UUID holder = UUID.randomUUID();
        SubmissionRows.Row row = take(holder);
        poll();
        assertThat(spoken()).isNotEqualTo(before).isEqualTo("Submission 1: being graded");

        rows.progress(row.id(), holder, new GradingProgress(GradingProgress.Stage.TESTS, 2, 4));
        poll();

        assertThat(text("p")).contains("Submission 1: the tests run, 2 of 4 are done");
        assertThat(bar().getAttribute("aria-valuenow")).isEqualTo("25");
        assertThat(spoken()).isEqualTo("Submission 1: being graded");
        rows.progress(row.id(), holder, new GradingProgress(GradingProgress.Stage.CELLS, 1, 2));
        poll();
        assertThat(text("p")).contains("Submission 1: your cells run for what they show, 1 of 2 are done");
        assertThat(bar().getAttribute("aria-valuenow")).isEqualTo("75");
    }

    @Test
    void whenItIsGradedThePageStopsAskingShowsItAndTellsThePageAround() {
        List<ActivityTold> told = new ArrayList<>();
        ComponentUtil.addListener(UI.getCurrent(), ActivityTold.class, told::add);
        UUID holder = UUID.randomUUID();
        SubmissionRows.Row row = take(holder);
        transaction.execute(status -> rows.grade(
                row.id(),
                holder,
                2,
                2,
                true,
                "{\"cells\":[{\"gradeId\":\"test-squares\",\"points\":2.0,\"maxPoints\":2.0,\"outcome\":\"PASSED\",\"message\":\"\"}],"
                        + "\"broken\":null,\"outputs\":[],\"evidence\":null}",
                Instant.now()));

        poll();

        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        assertThat(text("span")).contains("Passed", "test-squares: all tests pass");
        assertThat(spoken()).isEqualTo("Submission 1 is graded: passed, 2 of 2 points.");
        assertThat(submit().isEnabled()).isTrue();
        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(event.activity().passed()).isTrue());
    }

    @Test
    void whatWasCalledOffIsSaid() {
        UUID holder = UUID.randomUUID();
        SubmissionRows.Row row = take(holder);
        rows.cancel(row.id(), holder);

        poll();

        assertThat(text("span")).contains("Called off");
        assertThat(submit().isEnabled()).isTrue();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void whoLeavesThePageAsksNoMore() {
        UI.getCurrent().remove(panel);

        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    private SubmissionRows.Row take(UUID holder) {
        return Objects.requireNonNull(transaction.execute(status ->
                rows.take(holder, Instant.now(), Duration.ofMinutes(1)).orElseThrow()));
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
    }

    private Button submit() {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals("Hand in for grading"))
                .findFirst()
                .orElseThrow();
    }

    private String spoken() {
        return elements(panel.getElement())
                .filter(element -> "polite".equals(element.getAttribute("aria-live")))
                .findFirst()
                .orElseThrow()
                .getText();
    }

    private Element bar() {
        return elements(panel.getElement())
                .filter(element -> "progressbar".equals(element.getAttribute("role")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> text(String tag) {
        return elements(panel.getElement())
                .filter(element -> !element.isTextNode() && element.getTag().equals(tag))
                .map(Element::getText)
                .toList();
    }

    private static Stream<Element> elements(Element element) {
        return Stream.concat(
                Stream.of(element).filter(each -> !each.isTextNode()),
                element.getChildren().flatMap(HandingInTests::elements));
    }
}
