package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.collegium.browser.QuizOnScreen.choose;
import static org.collegium.browser.QuizOnScreen.type;

import com.microsoft.playwright.Response;
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

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
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

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aLearnerFailsLearnsWhyAndPassesWithoutSeeingARightAnswerBefore() throws IOException {
        try (Visitor visitor = Visitor.at(application)) {
            Newcomer.called("Quentin Quill").join(visitor, COURSE);
            List<Response> heard = new ArrayList<>();
            visitor.page().onResponse(heard::add);
            visitor.open("/learn/" + COURSE + "/quiz-learning");
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
    void whatWasAnsweredIsStillThereOnAnotherDevice() {
        Newcomer learner = Newcomer.called("Dora Device");
        try (Visitor visitor = Visitor.at(application)) {
            learner.join(visitor, COURSE);
            visitor.open("/learn/" + COURSE + "/quiz-learning");
            QuizOnScreen quiz = new QuizOnScreen(visitor);
            quiz.start();
            new KeyboardOnly(visitor.page()).tabTo("Your answer").type("2.5");
            assertThat(visitor.page().locator(".quiz-state")).containsText("Saved");
        }
        try (Visitor elsewhere = Visitor.at(application)) {
            elsewhere.signInAs(learner.email()).open("/learn/" + COURSE + "/quiz-learning");
            assertThat(elsewhere.page().locator(".quiz-steps")).containsText("1 of 8 answered");
            elsewhere.click(AriaRole.BUTTON, "Question 1, answered");
            assertThat(elsewhere.page().getByLabel("Your answer")).hasValue("2.5");
        }
    }

    /** Until it is submitted nothing that the server said holds feedback, an explanation or a right answer to type. */
    private static void assertNothingIsGivenAway(List<Response> heard) throws IOException {
        List<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(20);
        List<String> texts = heard.stream()
                .filter(response -> TALK.contains(response.request().resourceType()))
                .filter(response -> response.status() == 200)
                .map(Response::text)
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
