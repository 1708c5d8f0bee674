package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.browser.QuizOnScreen.choose;
import static org.collegium.browser.QuizOnScreen.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.collegium.browser.QuizOnScreen.Given;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A quiz with every kind of question, without a mouse. */
@Tag("journey")
class QuizJourneyIT {

    /** Of a save; its digits may be those of a right answer. */
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}\\.\\d++Z");

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final String QUIZ = "/learn/" + COURSE + "/quiz-learning";
    private static final String PRACTICE = "/learn/" + COURSE + "/quiz-practice";
    private static final String COURSE_TITLE = "A first course in machine learning";
    private static final Path SOURCE =
            Path.of("demo/courses/first-course-in-machine-learning/quizzes/02-ways-of-learning.yaml");
    private static final Set<String> TALK = Set.of("document", "xhr", "fetch");

    private static final List<Given> WRONG = List.of(
            type("9"),
            choose("The predicted thickness"),
            choose("Predictions become smoother"),
            type("parameter"),
            type("3"),
            choose("The learning rate is too low"),
            choose("True"),
            choose("Shovelling away"));

    private static final List<Given> RIGHT = List.of(
            type("2,14"),
            choose("With standardising", "Without standardising, different"),
            choose("The model follows the training rows"),
            type(" HYPERPARAMETER"),
            type("7"),
            choose("The learning rate is too high"),
            choose("False"),
            choose("Of two visits"));

    private static final LocatorAssertions.HasValueOptions SOON =
            new LocatorAssertions.HasValueOptions().setTimeout(15_000);

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aLearnerFailsLearnsWhyAndPassesWithoutSeeingARightAnswerBefore() throws IOException {
        try (Visitor visitor = Visitor.at(application)) {
            Newcomer.called("Quentin Quill").join(visitor, COURSE);
            List<Response> heard = new ArrayList<>();
            visitor.page().onResponse(heard::add);
            visitor.open(QUIZ);
            assertThat(visitor.page().getByText("You pass with 70%")).isVisible();
            QuizOnScreen quiz = new QuizOnScreen(visitor);
            quiz.start();
            quiz.answer(WRONG);
            assertNothingIsGivenAway(heard);

            quiz.submit();

            assertThat(quiz.result()).containsText("Not passed yet");
            assertThat(quiz.result()).containsText("0 of 9 points");
            assertThat(quiz.answered(1)).containsText("Right answer: 2.136 ± 0.01 steps");
            assertThat(quiz.answered(3)).containsText("The other way round. Averaging many neighbours smooths.");
            assertThat(quiz.answered(4)).containsText("It is more than a parameter");

            quiz.start();
            quiz.answer(RIGHT);
            quiz.submit();

            assertThat(quiz.result()).containsText("Passed");
            assertThat(quiz.result()).containsText("9 of 9 points, 100%. The pass mark is 70%.");
            assertThat(quiz.answered(6)).containsText("Each step overshoots the bottom");
            assertThat(visitor.page().locator(".quiz-history")).containsText("Attempt 1: 0%, not passed");
            assertThat(visitor.page().getByRole(AriaRole.MAIN)).containsText("You have completed this part");
        }
    }

    @Test
    void aGradeIsAppealedItsKeyCorrectedForEverybodyAndTheLearnerReadsBoth() {
        Newcomer learner = Newcomer.called("Pia Appeal");
        try (Visitor visitor = Visitor.at(application);
                Visitor teacher = Visitor.at(application)) {
            learner.join(visitor, COURSE);
            visitor.open(PRACTICE);
            QuizOnScreen quiz = new QuizOnScreen(visitor);
            quiz.start();
            quiz.go(8);
            visitor.page().keyboard().press("Enter");
            quiz.submit();
            Locator fifth = quiz.answered(5);
            fifth.getByText("Appeal this question").click();
            fifth.getByLabel("Why was it graded wrongly?").fill("The lesson has no such word.");
            fifth.getByRole(AriaRole.BUTTON).filter(named("Send the appeal")).click();
            assertThat(fifth).containsText("Waits for a reply");
            assertThat(fifth.getByText("Your appeal is sent.")).isFocused();

            new StudioOnScreen(teacher.signInAs("instructor@example.org")).openCourse(COURSE_TITLE);
            Page page = teacher.page();
            teacher.chooseInCourseMenu("Appeals");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read and reply to Pia Appeal"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct the key"))
                    .click();
            Locator key = page.locator(".c-key-question").nth(4);
            key.getByText("Everybody, whatever was answered").click();
            page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("The word is not in the lessons");
            button(page, "See who would change").click();
            assertThat(page.getByRole(AriaRole.ROW).filter(named("Pia Appeal"))).containsText("0 of");
            button(page, "Have the corrected key hold").click();
            button(page, "Apply").click();
            assertThat(page.getByText("In force")).isVisible();
            assertThat(page.locator(".grade-state > [role=status]")).isFocused();
            page.goBack();
            page.goBack();
            assertThat(page.getByText("The corrected key gives")).isVisible();
            page.getByLabel("Your reply", new Page.GetByLabelOptions().setExact(true))
                    .fill("You are right.");
            button(page, "Grant").click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("You are right.");
            assertThat(page.locator(".grade-decision").last().locator("h2")).isFocused();

            visitor.open(PRACTICE);
            assertThat(quiz.result()).containsText("Graded again on");
            assertThat(quiz.result()).containsText("The word is not in the lessons");
            assertThat(quiz.answered(5)).containsText("Everybody gets these points");
            assertThat(quiz.answered(5)).containsText("You are right.");
        }
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Test
    void alongTheWayWithoutANetworkNothingIsLost() {
        Newcomer learner = Newcomer.called("Tara Train");
        try (Visitor visitor = Visitor.at(application)) {
            learner.join(visitor, COURSE);
            visitor.open(QUIZ);
            QuizOnScreen quiz = new QuizOnScreen(visitor);
            quiz.start();
            Page page = visitor.page();

            page.context().setOffline(true);
            quiz.field().fill("2.5");
            assertThat(quiz.state()).containsText("Offline: kept in this browser");
            page.keyboard().press("Enter");
            assertThat(quiz.question().locator("h2")).hasText("Question 2 of 8");
            page.keyboard().press("1");
            quiz.go(8);
            page.keyboard().press("2");
            assertThat(quiz.all()).containsText("Offline: 3 answers are kept in this browser");
            assertThat(page.locator(".quiz-steps")).containsText("3 of 8 answered");
            page.keyboard().press("Enter");
            Locator look = page.locator(".quiz-last-look");
            assertThat(look).containsText("5 questions have no answer yet");
            assertThat(look.locator("li:visible")).hasCount(5);
            button(page, "Submit answers").click();
            assertThat(page.locator(".quiz-told")).containsText("submitting needs the network");

            page.context().setOffline(false);
            assertThat(quiz.all()).containsText(Pattern.compile("Everything is saved, the last at \\d"));
            page.locator(".quiz-receipts > summary").click();
            assertThat(page.locator(".quiz-receipts li")).hasCount(3);
            assertThat(page.locator(".quiz-receipts li").first())
                    .containsText(Pattern.compile("Question 1: saved .+ [0-9a-f]{64}$"));

            page.route("**/journal/**", Route::abort);
            quiz.go(1);
            quiz.field().fill("2.14");
            assertThat(quiz.state()).containsText("Offline");
            page.reload();
            visitor.settled();
            quiz.go(1);
            assertThat(quiz.field()).hasValue("2.14");
            assertThat(quiz.state()).containsText("Offline");
            page.unroute("**/journal/**");

            page.context().clearCookies();
            quiz.field().fill("2.136");
            assertThat(quiz.state()).containsText(Pattern.compile("Saved \\d"));
            button(page, "Question 8, answered").click();
            button(page, "Review and submit").click();
            button(page, "Submit answers").click();
            page.waitForURL("**/sign-in**");
            visitor.signInAs(learner.email()).open(QUIZ);
            assertThat(page.locator(".quiz-last-look")).isVisible();
            assertThat(page.locator(".quiz-steps")).containsText("3 of 8 answered");
            quiz.go(3);
            page.reload();
            visitor.settled();
            assertThat(quiz.question().locator("h2")).hasText("Question 3 of 8");
            quiz.go(1);
            assertThat(quiz.field()).hasValue("2.136");
        }
    }

    @Test
    void twoDevicesAtOnceAreToldOfEachOther() {
        Newcomer learner = Newcomer.called("Dora Device");
        try (Visitor laptop = Visitor.at(application);
                Visitor phone = Visitor.at(application)) {
            // Else they may have heard of each other before both have changed an answer.
            laptop.page().route("**/journal/time", Route::abort);
            phone.page().route("**/journal/time", Route::abort);
            learner.join(laptop, COURSE);
            laptop.open(QUIZ);
            QuizOnScreen here = new QuizOnScreen(laptop);
            here.start();
            here.field().fill("2.5");
            assertThat(here.state()).containsText("Saved");

            phone.signInAs(learner.email()).open(QUIZ);
            QuizOnScreen there = new QuizOnScreen(phone);
            assertThat(phone.page().locator(".quiz-steps")).containsText("1 of 8 answered");
            there.go(1);
            assertThat(there.field()).hasValue("2.5");
            there.field().fill("3");
            assertThat(there.state()).containsText("Saved");

            here.field().fill("4");
            Locator conflict = here.question().locator(".quiz-conflict");
            assertThat(conflict).containsText("There: 3");
            assertThat(conflict).containsText("Here: 4");
            laptop.page().reload();
            laptop.settled();
            here.go(1);
            assertThat(conflict).containsText("There: 3");
            assertThat(here.field()).hasValue("4");
            here.go(8);
            laptop.page().keyboard().press("Enter");
            button(laptop.page(), "Submit answers").click();
            assertThat(laptop.page().locator(".quiz-told")).containsText("changed on two devices");
            here.go(1);
            button(laptop.page(), "Keep the answer here").click();
            assertThat(here.state()).containsText(Pattern.compile("Saved \\d"));

            there.field().fill("5");
            button(phone.page(), "Take the answer from there").click();
            assertThat(there.field()).hasValue("4");
            assertThat(there.state()).containsText(Pattern.compile("Saved \\d"));

            aTabThatWasDuplicatedIsAnotherDevice(phone);
            here.go(8);
            laptop.page().keyboard().press("Enter");
            here.submit();
            assertThat(here.answered(1)).containsText("Your answer: 4");
            laptop.page().locator(".quiz-receipts > summary").click();
            assertThat(laptop.page().locator(".quiz-receipts li"))
                    .containsText(new Pattern[] {Pattern.compile("Question 1: saved .+ [0-9a-f]{64}$")});

            there.field().fill("6");
            assertThat(there.state()).containsText("Not saved: this attempt takes nothing more");
            button(phone.page(), "Go on to the result").click();
            assertThat(there.answered(1)).containsText("Your answer: 4");
        }
    }

    @Test
    void anotherDeviceShowsByItselfWhatWasAnsweredFlaggedAndSubmitted() {
        Newcomer learner = Newcomer.called("Hilda Hearing");
        try (Visitor laptop = Visitor.at(application);
                Visitor phone = Visitor.at(application)) {
            learner.join(laptop, COURSE);
            laptop.open(QUIZ);
            QuizOnScreen here = new QuizOnScreen(laptop);
            here.start();
            phone.signInAs(learner.email()).open(QUIZ);
            QuizOnScreen there = new QuizOnScreen(phone);
            assertThat(there.question().locator("h2")).hasText("Question 1 of 8");

            here.field().fill("2.5");
            here.question().locator("[data-flag]").click();

            assertThat(there.field()).hasValue("2.5", SOON);
            assertThat(there.state()).containsText(Pattern.compile("Saved \\d"));
            assertThat(phone.page().locator(".quiz-told"))
                    .containsText("You changed the answer to question 1 on another device");
            assertThat(phone.page().locator(".quiz-steps")).containsText("1 of 8 answered");
            assertThat(there.question().locator("[data-flag]"))
                    .hasAttribute(
                            "aria-pressed", "true", new LocatorAssertions.HasAttributeOptions().setTimeout(15_000));

            there.field().fill("3");
            assertThat(here.field()).hasValue("3", SOON);
            assertThat(here.question().locator(".quiz-conflict")).hasCount(0);

            here.go(8);
            laptop.page().keyboard().press("Enter");
            here.submit();
            assertThat(there.answered(1))
                    .containsText("Your answer: 3", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
            assertThat(there.result()).containsText("You submitted it");
        }
    }

    /** Browsers give a duplicated tab the storage of the one it was made from. */
    private static void aTabThatWasDuplicatedIsAnotherDevice(Visitor visitor) {
        Page page = visitor.page();
        String device = device(page);
        try (Page copy = page.context().newPage()) {
            copy.addInitScript("sessionStorage.getItem('collegium-device')"
                    + " ?? sessionStorage.setItem('collegium-device', '" + device + "')");
            copy.navigate(page.url());
            assertThat(copy.locator(".quiz-steps")).containsText("1 of 8 answered");
            assertThat(device(copy)).isNotEqualTo(device);
        }
        page.reload();
        visitor.settled();
        assertThat(device(page)).isEqualTo(device);
    }

    private static String device(Page page) {
        return (String) page.evaluate("() => sessionStorage.getItem('collegium-device')");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Until it is submitted nothing that the server said holds feedback, an explanation or a right answer to type. */
    private static void assertNothingIsGivenAway(List<Response> heard) throws IOException {
        List<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(20);
        List<String> texts = heard.stream()
                .filter(response -> TALK.contains(response.request().resourceType()))
                .filter(response -> response.status() == 200)
                .map(Response::text)
                .map(text -> TIME.matcher(text).replaceAll(""))
                .toList();
        assertThat(texts).hasSizeGreaterThan(8);
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    /** The longest plain piece of each feedback and explanation in the source of the quiz, and what is to be typed. */
    private static List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>(List.of("2.136", "hyper-parameter", "\"correct\""));
        Pattern told = Pattern.compile("(?m)^ +(?:feedback|correct|incorrect): (\\S.+)$|explanation: \\|\n +(.+)$");
        for (MatchResult match :
                told.matcher(Files.readString(SOURCE)).results().toList()) {
            String text = match.group(1) == null ? match.group(2) : match.group(1);
            Pattern.compile("[A-Za-z ]{20,}")
                    .matcher(text)
                    .results()
                    .map(piece -> piece.group().strip())
                    .max((one, other) -> Integer.compare(one.length(), other.length()))
                    .ifPresent(secrets::add);
        }
        return secrets;
    }
}
