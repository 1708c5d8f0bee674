package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.params.provider.ValueSource;

@Tag("journey")
class AddressesIT {

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
