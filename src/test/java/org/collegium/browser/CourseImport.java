package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One course on its way into the platform for one partner, as the operator's command sends it or by upload in Studio. */
final class CourseImport {

    private static final List<String> PARTNERS =
            List.of("tidewheel-instruments", "nyota-institute", "civic-institute-for-digital-government");
    private static final String AUTHORS_PARTNER = "north-lakes-university";

    private final BuiltApplication application;
    private final LargeCourse course;
    private final boolean uploaded;
    private final String partner;
    private @Nullable String followed;

    CourseImport(BuiltApplication application, LargeCourse course, int round) throws IOException {
        this.application = application;
        this.course = course;
        this.uploaded = round % 3 == 1;
        this.partner = uploaded ? AUTHORS_PARTNER : PARTNERS.get(round % PARTNERS.size());
        course.touch(round);
    }

    String partner() {
        return partner;
    }

    Path folder() {
        return course.folder();
    }

    String key() {
        return course.key();
    }

    /** Begins the import; what comes back says whether the platform acknowledged it. */
    CompletableFuture<Boolean> begin() throws IOException {
        if (uploaded) {
            upload();
            return CompletableFuture.completedFuture(false);
        }
        HttpClient client = HttpClient.newHttpClient();
        return client.sendAsync(request(), HttpResponse.BodyHandlers.ofString())
                .handle((answer, failure) -> failure == null && answer.statusCode() == 200);
    }

    /** Imports the same again, undisturbed. */
    Repeated repeat() throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(request(), HttpResponse.BodyHandlers.ofString()).body();
            return new Repeated(
                    JsonMapper.shared().readTree(answer).path("outcome").asString(),
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void upload() throws IOException {
        try (Visitor author = Visitor.at(application)) {
            author.signInAs("author@example.org").open("/studio/courses/import");
            author.page().locator("c-course-upload input[type=file]").setInputFiles(course.zipped());
            author.page().waitForURL(url -> url.matches(".*/studio/courses/import/[0-9a-f-]{36}$"));
            followed = author.page().url().substring(application.address().length());
        }
    }

    /** After a kill, the import goes on by itself; whoever comes back to its address is told how it ended. */
    void isToldToWhoeverFollowsIt() {
        if (followed == null) {
            return;
        }
        try (Visitor author = Visitor.at(application)) {
            author.signInAs("author@example.org").open(followed);
            assertThat(author.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(
                            Pattern.compile("^(Imported: |Nothing new in ).*"),
                            new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        }
    }

    private HttpRequest request() throws IOException {
        String token =
                Files.readString(application.data().resolve("operator-token")).strip();
        return HttpRequest.newBuilder(URI.create(application.address() + "/operator/import?json=true&partner=" + partner
                        + "&path=" + course.folder().toUri().getRawPath()))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** What came of an import that nobody disturbed. */
    record Repeated(String outcome, Duration took) {}
}
