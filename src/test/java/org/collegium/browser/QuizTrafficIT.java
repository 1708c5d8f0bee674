package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * All that goes over the wire while a learner takes quizzes with every kind of question, in which each word that is not due yet is a
 * canary: keys and names of options, what is right, what is said to answers, what markers read, tags, hidden tests, names of areas, a
 * question that was not drawn, and the name and the answers of another learner.
 */
@Tag("journey")
class QuizTrafficIT {

    private static final Path SOURCE = Path.of("src", "test", "resources", "courses", "canaries");
    private static final String COURSE = "north-lakes-university/canaries";
    private static final String SEALED = "/learn/" + COURSE + "/sealed";
    private static final String OPENED = "/learn/" + COURSE + "/opened";
    private static final String USUAL = "{ score: attempt, answers: attempt, right: attempt, feedback: attempt }";
    private static final String NOTHING = "{ score: attempt, answers: attempt, right: never, feedback: never }";
    private static final int QUESTIONS = 15;
    private static final int FILES = 12;
    private static final LocatorAssertions.IsVisibleOptions IN_THE_END =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    /** Numbers and places that are right, which have no letters to mark them by. */
    private static final List<String> NUMBERS = List.of("864213.75", "753124.25", "642135.5", "0.831729");

    /** What is said to the answers that are given here; the rest is said to others. */
    private static final String SAID_TO_THESE = "hushsaid(?:01|03|05|07|09|12|14|16|17|19|23|24|26)";

    /** What two questions say of which one is drawn. */
    private static final List<String> LOTS = List.of("hushlot", "hushlost");

    private static final String OTHERS_NAME = "Hushother Olga";
    private static final String OTHERS_ANSWER = "hushothersanswer";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @TempDir
    private Path folder;

    @Test
    void nothingIsSaidBeforeItsTimeAndWhatIsDueIs() throws IOException {
        try (Overheard wire = Overheard.before(application);
                Visitor author = Visitor.at(application);
                Visitor other = Visitor.at(application);
                Visitor learner = Visitor.through(wire, application)) {
            AuthoringOnScreen studio = new AuthoringOnScreen(author.signedInAs("author@example.org"));
            publish(author, studio);
            somebodyElseAnswers(other);
            Newcomer.called("Lara Listener").join(learner, COURSE);

            QuizOnScreen sealed = begin(learner, SEALED);
            assertThat(learner.page().locator("c-question:visible")).hasCount(QUESTIONS);
            answerAll(learner, "sealed");
            assertSilent(wire, all());
            submit(learner);
            assertThat(sealed.result()).isVisible();
            assertThat(wire.questions())
                    .as("that the answers went over this wire")
                    .anyMatch(text -> text.contains("hushmine-sealed"));
            assertSilent(wire, all());
            assertOneIsDrawn(wire, Map.of());

            Map<String, Long> before = drawn(wire);
            QuizOnScreen opened = begin(learner, OPENED);
            for (int number = 0; number < QUESTIONS; number++) {
                learner.page().locator(".quiz-step").nth(number).click();
                assertThat(learner.page().locator("c-question").nth(number)).isVisible();
            }
            answerAll(learner, "opened");
            assertSilent(wire, all());
            submit(learner);
            assertThat(opened.result()).isVisible();
            assertOneIsDrawn(wire, before);
            assertSpoken(wire, secrets("hushright\\d\\d").toList());
            assertSpoken(wire, NUMBERS);
            assertSpoken(wire, secrets(SAID_TO_THESE).toList());
            assertSilent(
                    wire,
                    Stream.of(
                                    secrets("hushnever[-_a-z0-9]++").filter(word -> !word.equals("hushnever04")),
                                    secrets("hushmarks\\d\\d"),
                                    secrets("hushsaid\\d\\d").filter(word -> !word.matches(SAID_TO_THESE)),
                                    others())
                            .flatMap(words -> words)
                            .toList());
            studio.retire();
        }
    }

    private void publish(Visitor author, AuthoringOnScreen studio) throws IOException {
        Path course = folder.resolve("course");
        FileSystemUtils.copyRecursively(SOURCE, course);
        String opened = Files.readString(course.resolve("quizzes/opened.yaml"));
        assertThat(opened).contains(USUAL, "pages: one-question", "title: Opened");
        Files.writeString(
                course.resolve("quizzes/sealed.yaml"),
                opened.replace(USUAL, NOTHING)
                        .replace("pages: one-question", "pages: all")
                        .replace("title: Opened", "title: Sealed"));
        studio.upload(RealCourse.zipped(course, folder.resolve("canaries.zip")));
        studio.openDraft();
        assertThat(author.page().getByText("Nothing stands in the way.")).isVisible(IN_THE_END);
        studio.publish();
    }

    /** In both quizzes, so that there is something to give away. */
    private static void somebodyElseAnswers(Visitor other) {
        Newcomer.called(OTHERS_NAME).join(other, COURSE);
        QuizOnScreen quiz = begin(other, SEALED);
        Page page = other.page();
        for (String question : List.of("words", "essay")) {
            page.locator("c-question[data-key=" + question + "] :is(input, textarea)")
                    .first()
                    .fill(OTHERS_ANSWER);
        }
        saved(page, "essay");
        submit(other);
        assertThat(quiz.result()).isVisible();
    }

    private static QuizOnScreen begin(Visitor visitor, String quiz) {
        visitor.open(quiz);
        new KeyboardOnly(visitor.page()).tabAndEnter("Start the quiz");
        assertThat(visitor.page().locator("c-question").first()).isVisible();
        visitor.settled();
        return new QuizOnScreen(visitor);
    }

    /** Something of each kind, most of it wrong; where the page shows one question, what is not shown is answered all the same. */
    private static void answerAll(Visitor learner, String where) {
        Page page = learner.page();
        String mine = "hushmine-" + where;
        page.evaluate("""
                mine => {
                  const fields = (key, what) => [...document.querySelectorAll(`c-question[data-key=${key}] ${what}`)];
                  const type = (field, text) => {
                    field.value = text;
                    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
                    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
                  };
                  for (const key of ['single', 'areas']) fields(key, 'vaadin-radio-button')[1].click();
                  fields('multiple', 'vaadin-checkbox')[1].click();
                  fields('statement', 'vaadin-radio-button')[0].click();
                  fields('words', 'vaadin-text-field').forEach((field) => type(field, mine));
                  for (const key of ['number', 'formula']) fields(key, 'vaadin-text-field').forEach((field) => type(field, '7'));
                  fields('match', 'select').forEach((field) => type(field, field.options[1].value));
                  fields('order', '[data-move=down]')[0].click();
                  if (fields('order', 'li')[0].textContent.includes('pea')) {
                    // By chance that was the right order, which is answered by other words.
                    fields('order', '[data-move=down]')[0].click();
                  }
                  fields('gaps', '.quiz-gap input').forEach((field) => type(field, '8'));
                  fields('gaps', '.quiz-gap select').forEach((field) => type(field, field.options[1].value));
                  fields('essay', 'textarea').forEach((field) => type(field, mine));
                }
                """, mine);
        saved(page, "essay");
        page.locator(".quiz-step").nth(FILES).click();
        FileChooser chooser = page.waitForFileChooser(() ->
                page.locator("c-question[data-key=files] [data-act=choose]").click());
        chooser.setFiles(new FilePayload(mine + ".txt", "text/plain", mine.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("c-question[data-key=files]"))
                .containsText("handed in at", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }

    private static void saved(Page page, String question) {
        assertThat(page.locator("c-question[data-key=" + question + "] .quiz-state"))
                .hasAttribute("data-state", "saved");
        assertThat(page.locator(".quiz-unsaved")).hasCount(0);
    }

    private static void submit(Visitor visitor) {
        visitor.page().locator("[data-next=look]").evaluate("button => button.click()");
        visitor.click(AriaRole.BUTTON, "Submit answers");
        visitor.settled();
    }

    private static void assertSilent(Overheard wire, List<String> words) {
        List<String> answers = wire.answers();
        assertThat(answers.stream().mapToInt(String::length).sum()).isGreaterThan(100_000);
        assertThat(words)
                .hasSizeGreaterThan(10)
                .allSatisfy(word -> assertThat(around(answers, word)).as(word).isEmpty());
    }

    /** Of two questions each attempt draws one; of the other nothing is said. */
    private static void assertOneIsDrawn(Overheard wire, Map<String, Long> before) {
        Map<String, Long> now = drawn(wire);
        assertThat(LOTS)
                .as("what was drawn")
                .filteredOn(lot -> now.getOrDefault(lot, 0L) > before.getOrDefault(lot, 0L))
                .hasSize(1);
    }

    /** How often each of the two was said so far. */
    private static Map<String, Long> drawn(Overheard wire) {
        List<String> answers = wire.answers();
        return LOTS.stream()
                .collect(Collectors.toMap(
                        lot -> lot,
                        lot -> answers.stream()
                                .mapToLong(text -> Pattern.compile(lot)
                                        .matcher(text)
                                        .results()
                                        .count())
                                .sum()));
    }

    private static void assertSpoken(Overheard wire, List<String> words) {
        assertThat(words).isNotEmpty().allMatch(wire::said);
    }

    /** Where a word was said, and what beside it. */
    private static List<String> around(List<String> answers, String word) {
        Pattern found = Pattern.compile(".{0,120}" + Pattern.quote(word) + ".{0,60}");
        return answers.stream()
                .filter(text -> text.contains(word))
                .flatMap(text -> found.matcher(text).results().map(MatchResult::group))
                .toList();
    }

    private static List<String> all() throws IOException {
        return Stream.of(secrets("hush(?:key|right|said|marks|never)[-_a-z0-9]++"), NUMBERS.stream(), others())
                .flatMap(words -> words)
                .toList();
    }

    private static Stream<String> others() {
        return Stream.of(OTHERS_NAME, OTHERS_ANSWER);
    }

    /** The canaries of the source that look like this. */
    private static Stream<String> secrets(String pattern) throws IOException {
        String source = Files.readString(SOURCE.resolve("quizzes/opened.yaml"));
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .distinct();
    }
}
