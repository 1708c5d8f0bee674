package org.collegium.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.activity.ActivityCompleted;
import org.collegium.content.Blobs;
import org.collegium.content.Prose;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.identity.AccountId;
import org.collegium.learning.Progress;
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
class LearnViewTests extends SpringBrowserlessTest {

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Progress progress;

    @Autowired
    private Blobs blobs;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private Offered offered;
    private AccountId ada;
    private String base;

    @BeforeEach
    void adaIsInACourse() throws IOException {
        fixtures = new StudyFixtures(jdbc, people);
        join(withTexts(StudyFixtures.smallCourse()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theCourseOpensAtItsFirstUnitAndLaterWhereOneStopped() {
        open("");
        assertThat(place()).isEqualTo(base + "/first-lesson");
        open("/first-exercise");
        open("");
        assertThat(place()).isEqualTo(base + "/first-exercise");
    }

    @Test
    void aUnitHasOneHeadingATitleAndItsText() {
        open("/first-lesson");

        assertThat(find(H1.class).single().getText()).isEqualTo("Title of first-lesson");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Title of first-lesson – Fixture course");
        assertThat(find(Prose.class).single().getElement().getProperty("innerHTML"))
                .contains("Text of first-lesson")
                .contains("href=\"/" + base + "/further-reading\"");
    }

    @Test
    void readingToTheEndCompletesTheUnitAndSaysSo() {
        open("/first-lesson");
        assertThat(texts(Paragraph.class)).contains("This part is complete when you have read it to the end.");

        seeTheEnd();

        assertThat(texts(Paragraph.class)).contains("You have completed this part.");
        assertThat(texts(Span.class)).contains("Completed: Title of first-lesson", "1 of 3 parts completed");
        assertThat(progress.completedUnits(ada, offered.run())).containsExactly("first-lesson");
    }

    @Test
    void theEndOfATextThatIsNoLongerShownCountsForNothing() {
        open("/first-lesson");
        Prose before = find(Prose.class).single();
        open("/further-reading");

        ComponentUtil.fireEvent(before, new Prose.EndSeen(before, true));

        assertThat(progress.completedUnits(ada, offered.run())).doesNotContain("further-reading");
    }

    @Test
    void aSolutionIsClosedWithAReasonUntilItsExerciseWasTried() {
        open("/first-solution");
        assertThat(find(Prose.class).exists()).isFalse();
        assertThat(find(H2.class).single().getText()).isEqualTo("Try the exercise first");

        open("/first-exercise");
        test(find(Button.class).withText("I tried it").single()).click();
        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("See the solution");

        open("/first-solution");
        assertThat(find(Prose.class).single().getElement().getProperty("innerHTML"))
                .contains("Text of first-solution");
    }

    @Test
    void aResultOfAnActivityIsSeenAtOnceAndTheLastOneFinishesTheCourse() {
        open("/first-lesson");
        seeTheEnd();
        open("/first-exercise");
        test(find(Button.class).withText("I tried it").single()).click();
        open("/last-quiz");

        publisher.publishEvent(
                new ActivityCompleted(ada, offered.run().value(), "last-quiz", "quiz", 0.9, true, Instant.now()));

        assertThat(texts(Span.class)).contains("3 of 3 parts completed");
        assertThat(texts(H2.class)).contains("You have completed the course");
    }

    @Test
    void whoHasAVersionThatIsRetiredIsTold() {
        open("/first-lesson");
        assertThat(texts(H2.class)).noneMatch(text -> text.contains("version of the course"));
        jdbc.sql("""
                insert into course_version_retirement (version_id, course_id, retires_at, message, announced_at)
                select version_id, course_id, now(6) + interval 30 day, 'A key was wrong.', now(6)
                from course_run where id = ?
                """).param(offered.run().value()).update();

        open("/first-lesson");

        assertThat(texts(H2.class))
                .anyMatch(text -> text.startsWith("The version of the course that you have is retired on"));
        assertThat(texts(Paragraph.class)).contains("A key was wrong.");
    }

    @Test
    void thePercentageIsExplained() {
        open("/first-lesson");
        seeTheEnd();

        find(NativeButton.class).all().stream()
                .filter(button -> button.hasClassName("lrn-why"))
                .findFirst()
                .ifPresent(button -> test(button).click());

        assertThat(find(ExplanationDialog.class).exists()).isTrue();
        String explanation = texts(UI.getCurrent().getElement()).toString();
        assertThat(explanation)
                .contains("1 of the 3 parts that count are complete: 33%")
                .contains("Read to the end on")
                .contains("Optional");
    }

    @Test
    void whoIsNotInTheCourseIsSentToJoin() {
        fixtures.signIn(fixtures.learner("Eve"));

        open("/first-lesson");

        assertThat(place()).isEqualTo("join/" + offered.slug() + "/" + offered.key());
    }

    @Test
    void theServerKeepsLittleOfABigCourse() throws IOException {
        List<CourseUnit> many = IntStream.range(0, 300)
                .mapToObj(number -> StudyFixtures.unit("unit-" + number, "lesson", true, false, null))
                .toList();
        join(withTexts(StudyFixtures.course(List.of(new CourseSection("all", "All", null, many)))));

        open("/unit-7");

        assertThat(elements(UI.getCurrent().getElement())).isLessThan(120);
    }

    @Test
    void theOutlineShowsStatesInWords() {
        open("/first-lesson");
        seeTheEnd();
        open("/first-exercise");

        UI.getCurrent().navigate("my-learning");
        open("/first-exercise");

        assertThat(find(OutlinePanel.class).single().getElement().getChild(0).getProperty("innerHTML"))
                .contains("data-key=\"first-lesson\" data-state=\"done\"")
                .contains("data-key=\"first-solution\" data-state=\"closed\"")
                .contains("aria-current=\"page\"")
                .contains("1 of 2")
                .contains("Closed until its exercise was tried");
    }

    private void join(CourseManifest manifest) {
        offered = fixtures.offer(manifest, Terms.OPEN);
        base = "learn/" + offered.slug() + "/" + offered.key();
        ada = fixtures.learner("Ada");
        fixtures.signIn(ada);
        enrolments.join(ada, offered.run());
    }

    private void open(String unit) {
        UI.getCurrent().navigate(base + unit);
    }

    private void seeTheEnd() {
        Prose prose = find(Prose.class).single();
        ComponentUtil.fireEvent(prose, new Prose.EndSeen(prose, true));
    }

    private static String place() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    private <T extends Component> List<String> texts(Class<T> type) {
        return find(type).all().stream()
                .map(component -> component.getElement().getTextRecursively())
                .toList();
    }

    private static List<String> texts(Element element) {
        List<String> texts = new ArrayList<>();
        walk(element).forEach(one -> texts.add(String.valueOf(one.getProperty("innerHTML"))));
        return texts;
    }

    private static long elements(Element element) {
        return walk(element).count();
    }

    private static Stream<Element> walk(Element element) {
        return element.isTextNode()
                ? Stream.of()
                : Stream.concat(Stream.of(element), element.getChildren().flatMap(LearnViewTests::walk));
    }

    private CourseManifest withTexts(CourseManifest manifest) throws IOException {
        Map<String, CourseFile> files = new HashMap<>();
        for (CourseUnit unit : manifest.units()) {
            String text = switch (unit.kind()) {
                case "notebook" -> "# %% [markdown]\n# Text of " + unit.key() + "\n";
                case "quiz" -> """
                    format: collegium-quiz/1
                    title: Quiz
                    questions:
                      - { key: q, type: true-false, stem: Is it?, answer: true }
                    """;
                default -> "# Heading\n\nText of " + unit.key() + ", [more](../lessons/further-reading.md).\n";
            };
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            files.put(unit.file(), new CourseFile(unit.file(), blobs.put(bytes).sha256(), bytes.length, "text/plain"));
        }
        return new CourseManifest(manifest.metadata(), manifest.sections(), files);
    }
}
