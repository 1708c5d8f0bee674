package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("journey")
class AddressesIT {

    private static final String NO_ID = "01890000-0000-7000-8000-000000000000";
    private static final String NOTHING = "There is nothing at this address";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @ParameterizedTest
    @ValueSource(strings = {"/nonsense", "/nonsense/deeper?x=1", "/studio/nonsense", "/my-learning/nonsense", "/a.php"})
    void whereNothingStandsAStrangerIsToldSo(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = asStranger(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(NOTHING);
    }

    @Test
    void whereNothingStandsSomebodySignedInIsToldSo() {
        try (Visitor visitor = Visitor.at(application)) {
            visitor.signInAs("learner@example.org");

            Response answer = Objects.requireNonNull(visitor.page().navigate(application.address() + "/nonsense"));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(visitor.page().getByRole(AriaRole.HEADING).first()).hasText("Page not found");
            assertThat(visitor.page().getByText(NOTHING)).isVisible();
            assertThat(visitor.page().getByRole(AriaRole.BANNER)).containsText("Catalogue");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "learner@example.org, /learn/north-lakes-university/nothing",
        "learner@example.org, /learn/nobody/nothing",
        "learner@example.org, /learn/NO%20SLUG/nothing",
        "learner@example.org, /learn/north-lakes-university/first-course-in-machine-learning/nothing",
        "learner@example.org, /join/north-lakes-university/nothing",
        "learner@example.org, /join/" + NO_ID,
        "learner@example.org, /join/nothing",
        "author@example.org, /studio/courses/" + NO_ID,
        "author@example.org, /studio/courses/nothing",
        "author@example.org, /studio/courses/" + NO_ID + "/report",
        "author@example.org, /studio/courses/" + NO_ID + "/checks",
        "author@example.org, /studio/courses/" + NO_ID + "/compare",
        "author@example.org, /studio/courses/" + NO_ID + "/details",
        "author@example.org, /studio/courses/" + NO_ID + "/git",
        "author@example.org, /studio/courses/" + NO_ID + "/languages",
        "author@example.org, /studio/courses/" + NO_ID + "/reuse",
        "author@example.org, /studio/courses/" + NO_ID + "/reuse/upstream",
        "author@example.org, /studio/library/" + NO_ID + "/adapt",
        "author@example.org, /studio/courses/" + NO_ID + "/runs",
        "author@example.org, /studio/courses/" + NO_ID + "/certificate",
        "registrar@example.org, /registry/to-issue/rules/" + NO_ID,
        "registrar@example.org, /registry/programmes/" + NO_ID,
        "author@example.org, /studio/courses/" + NO_ID + "/versions",
        "instructor@example.org, /studio/courses/" + NO_ID + "/runs/" + NO_ID + "/schedule",
        "instructor@example.org, /studio/courses/" + NO_ID + "/roll-out",
        "author@example.org, /studio/courses/" + NO_ID + "/source?file=course.yaml",
        "author@example.org, /studio/courses/" + NO_ID + "/units/lesson",
        "author@example.org, /studio/courses/" + NO_ID + "/units/lesson/write",
        "author@example.org, /studio/courses/" + NO_ID + "/units/lesson/history",
        "author@example.org, /studio/courses/" + NO_ID + "/units/lesson/edit",
        "author@example.org, /studio/courses/" + NO_ID + "/quizzes",
        "author@example.org, /studio/courses/" + NO_ID + "/quizzes/quiz",
        "author@example.org, /studio/questions/nobody/q-nothing",
        "author@example.org, /studio/questions/north-lakes-university/q-nothing/versions",
        "author@example.org, /studio/questions/north-lakes-university/q-nothing/use",
        "author@example.org, /studio/courses/import/" + NO_ID,
        "author@example.org, /studio/courses/import/nothing",
        "instructor@example.org, /studio/courses/" + NO_ID + "/learners",
        "instructor@example.org, /studio/courses/" + NO_ID + "/quiz-times",
        "instructor@example.org, /studio/courses/" + NO_ID + "/groups",
        "instructor@example.org, /studio/courses/" + NO_ID + "/groups/" + NO_ID + "/" + NO_ID,
        "instructor@example.org, /studio/courses/" + NO_ID + "/attempts",
        "instructor@example.org, /studio/courses/" + NO_ID + "/attempts/" + NO_ID + "/" + NO_ID,
        "instructor@example.org, /studio/courses/" + NO_ID + "/appeals",
        "instructor@example.org, /studio/courses/" + NO_ID + "/appeals/" + NO_ID + "/" + NO_ID,
        "instructor@example.org, /studio/courses/" + NO_ID + "/quizzes/quiz/keys",
        "instructor@example.org, /studio/courses/" + NO_ID + "/quizzes/quiz/keys/" + NO_ID + "/" + NO_ID,
        "instructor@example.org, /studio/courses/" + NO_ID + "/peer-reviews",
        "instructor@example.org, /studio/courses/" + NO_ID + "/marking",
        "instructor@example.org, /studio/courses/" + NO_ID + "/marking/quiz/question",
        "instructor@example.org, /studio/courses/" + NO_ID + "/grades",
        "instructor@example.org, /studio/courses/" + NO_ID + "/grades/" + NO_ID + "/set-up",
        "instructor@example.org, /studio/courses/" + NO_ID + "/grades/" + NO_ID + "/learners/" + NO_ID,
        "learner@example.org, /my-learning/" + NO_ID + "/grades",
        "instructor@example.org, /studio/courses/" + NO_ID + "/learners/" + NO_ID + "/" + NO_ID,
        "instructor@example.org, /studio/courses/" + NO_ID + "/integrity/cases/" + NO_ID,
        "learner@example.org, /integrity/" + NO_ID,
        "partner-administrator@example.org, /studio/organisation/nobody",
        "partner-administrator@example.org, /studio/certificates/north-lakes-university/" + NO_ID,
        "operator@example.org, /operations/people/" + NO_ID,
        "operator@example.org, /operations/people/nothing"
    })
    void anAddressOfAViewThatNamesNothingIsNotFound(String person, String path) {
        Answer answer = asPerson(person, path);

        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.text()).contains(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "learner@example.org, /learn/north-lakes-university/first-course-in-machine-learning/what-is-a-model",
        "learner@example.org, /join/north-lakes-university/first-course-in-machine-learning",
        "learner@example.org, /operations/people/" + NO_ID,
        "learner@example.org, /studio/courses/" + NO_ID,
        "partner-administrator@example.org, /studio/organisation/north-lakes-university"
    })
    void anAddressThatNamesSomethingOrIsClosedIsLeftToItsView(String person, String path) {
        assertThat(asPerson(person, path).status()).as(path).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/learn/north-lakes-university/nothing", "/join/nobody/nothing"})
    void aStrangerIsNotAskedToSignInForACourseThatIsNotThere(String path) throws IOException, InterruptedException {
        assertThat(asStranger(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/data",
                "/my-learning",
                "/certificates",
                "/learn/north-lakes-university/first-course-in-machine-learning",
                "/studio/courses",
                "/studio/courses/import",
                "/studio/learners",
                "/studio/questions",
                "/registry/to-issue",
                "/operations/people",
                "/operations/people/01890000-0000-7000-8000-000000000000"
            })
    void whatNeedsAnAccountLeadsStrangersToSignInAndBack(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = asStranger(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in?continue=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    @Test
    void noLogTellsThePasswordOfTheDatabase() throws IOException {
        String password =
                Files.readString(application.data().resolve("mariadb/password")).strip();

        assertThat(password).hasSizeGreaterThan(20);
        assertThat(Files.readString(application.log())).doesNotContain(password);
    }

    private record Answer(int status, String text) {}

    private Answer asPerson(String person, String path) {
        try (Visitor visitor = Visitor.at(application)) {
            APIResponse answer = visitor.signedInAs(person)
                    .page()
                    .request()
                    .get(application.address() + path, RequestOptions.create().setHeader("Accept", "text/html"));
            return new Answer(answer.status(), answer.text());
        }
    }

    private HttpResponse<String> asStranger(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(application.address() + path))
                            .header("Accept", "text/html,application/xhtml+xml")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
