package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who runs the platform: people, their roles and sessions, and imports from the machine itself. */
@Tag("journey")
class OperatorJourneyIT {

    private static final String OPERATOR = "operator@example.org";
    private static final String PERSON = "gwenllian.prys@example.org";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aRoleIsGivenAndTakenAndAPersonIsSignedOutEverywhere() {
        try (Visitor operator = Visitor.at(application);
                Visitor person = Visitor.at(application)) {
            person.signInAs(PERSON).open("/registry/to-issue");
            assertThat(person.refused()).isTrue();

            Page page = operator.signInAs(OPERATOR).open("/operations/people").page();
            page.getByLabel("Name or e-mail address").fill("gwenllian");
            assertThat(page.getByText("One person")).isVisible();
            operator.click(AriaRole.LINK, "Gwenllian Prys");
            page.waitForURL(Pattern.compile(".*/operations/people/[0-9a-f-]{36}"));
            page.getByLabel("Registrar").check();
            assertThat(page.getByText("Gwenllian Prys is now: Registrar.")).isVisible();
            person.open("/registry/to-issue");
            assertThat(person.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("To issue");

            page.getByLabel("Registrar").uncheck();
            operator.settled();
            person.open("/registry/to-issue");
            assertThat(person.refused()).isTrue();

            operator.click(AriaRole.BUTTON, "Sign out everywhere");
            person.open("/my-learning");
            assertThat(person.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void peopleAndRolesAreRefusedToEverybodyElse() {
        for (String other : new String[] {"registrar@example.org", "partner-administrator@example.org"}) {
            try (Visitor visitor = Visitor.at(application)) {
                visitor.signInAs(other).open("/operations/people");
                assertThat(visitor.refused()).as(other).isTrue();
                assertThat(visitor.page().locator("vaadin-grid")).hasCount(0);
            }
        }
    }

    @Test
    void onlyWhoHoldsTheSecretOfTheMachineImportsFromIt() throws IOException {
        Path course = smallCourseOf("nyota-institute");
        String address = application.address() + "/operator/import?partner=nyota-institute&path="
                + URLEncoder.encode(course.toString(), StandardCharsets.UTF_8);
        String secret =
                Files.readString(application.data().resolve("operator-token")).strip();
        try (Visitor operator = Visitor.at(application)) {
            operator.signInAs(OPERATOR);
            assertThat(post(operator, address, null).status()).isIn(401, 403);
            assertThat(post(operator, address, "wrong").status()).isIn(401, 403);
            APIResponse imported = post(operator, address, secret);
            assertThat(imported.status()).as(imported.text()).isEqualTo(200);
            assertThat(imported.text()).containsIgnoringCase("imported");
            APIResponse again = post(operator, address, secret);
            assertThat(again.status()).as(again.text()).isEqualTo(200);
        }
        try (Visitor staff = Visitor.at(application)) {
            staff.signInAs("wambui.karanja@example.org").open("/studio/courses");
            assertThat(staff.page().getByText("A small course")).isVisible();
        }
    }

    private static Path smallCourseOf(String partner) throws IOException {
        Path source = Path.of("src/test/resources/courses/small");
        Path copy = Files.createTempDirectory("collegium-journey-").resolve("small");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(source.relativize(file).toString()));
            }
        }
        Path course = copy.resolve("course.yaml");
        Files.writeString(
                course, Files.readString(course).replace("partner: north-lakes\n", "partner: " + partner + "\n"));
        return copy;
    }

    private static APIResponse post(Visitor visitor, String address, @Nullable String secret) {
        RequestOptions options = RequestOptions.create();
        if (secret != null) {
            options.setHeader("Authorization", "Bearer " + secret);
        }
        return visitor.page().context().request().post(address, options);
    }
}
