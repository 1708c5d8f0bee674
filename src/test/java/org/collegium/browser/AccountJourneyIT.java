package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("journey")
class AccountJourneyIT {

    private static final String OPERATOR = "operator@example.org";
    private static final String ANOTHER_PASSWORD = "eight herons over the weir";

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();
    private final String email = "newcomer-" + System.nanoTime() + "@example.org";

    @Test
    void aNewPersonConfirmsTheAddressByTheLinkInTheMail() {
        try (Visitor visitor = Visitor.at(application)) {
            List<String> complaints = new ArrayList<>();
            visitor.page().onConsoleMessage(message -> complaints.add(message.text()));
            signUp(visitor, "/account");
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/account$"));
            assertThat(notice(visitor)).isVisible();

            visitor.open("/mails");
            visitor.page()
                    .locator(".c-mail", new Page.LocatorOptions().setHasText(email))
                    .locator(".c-mail-links a")
                    .first()
                    .click();
            visitor.settled().click(AriaRole.BUTTON, "Yes, this is my address");

            visitor.open("/account");
            assertThat(notice(visitor)).hasCount(0);
            assertThat(visitor.page().getByText("Confirmed", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
        }
    }

    @Test
    void aFormThatWasOpenForTooLongKeepsWhatWasTyped() {
        try (Visitor visitor = Visitor.at(application)) {
            visitor.open("/sign-up?continue=/account");
            visitor.page().locator("#name").fill("Noor Newcomer");
            visitor.page().locator("#email").fill(email);
            visitor.page().locator("#password").fill(Visitor.PASSWORD);
            visitor.page().locator("input[name=terms]").check();
            visitor.page().context().clearCookies();
            visitor.page().locator("form.c-form button[type=submit]").click();
            visitor.settled();

            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("nothing was sent");
            assertThat(visitor.page().locator("#name")).hasValue("Noor Newcomer");
            assertThat(visitor.page().locator("#email")).hasValue(email);
            assertThat(visitor.page().locator("input[name=terms]")).isChecked();

            visitor.page().locator("#password").fill(Visitor.PASSWORD);
            visitor.page().locator("form.c-form button[type=submit]").click();
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/account$"));
        }
    }

    @Test
    void aChangedPasswordEndsTheSessionOnTheOtherDevice() {
        try (Visitor here = Visitor.at(application);
                Visitor elsewhere = Visitor.at(application)) {
            signUp(here, "/account");
            elsewhere.open("/sign-in");
            fillSignIn(elsewhere, Visitor.PASSWORD);
            elsewhere.open("/account");

            Locator section = here.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Password"));
            section.getByLabel("Current password").fill(Visitor.PASSWORD);
            section.getByLabel("New password").fill(ANOTHER_PASSWORD);
            section.getByText("Change the password").click();
            assertThat(here.page().getByText("Your password is changed")).isVisible();

            elsewhere
                    .page()
                    .getByText("Save", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(elsewhere.page()).hasURL(Pattern.compile(".*/sign-in.*"));
            fillSignIn(elsewhere, Visitor.PASSWORD);
            assertThat(elsewhere.page().getByRole(AriaRole.ALERT)).containsText("do not belong together");
            fillSignIn(elsewhere, ANOTHER_PASSWORD);
            assertThat(elsewhere.page()).not().hasURL(Pattern.compile(".*/sign-in.*"));

            here.open("/account");
            assertThat(here.page()).hasURL(Pattern.compile(".*/account$"));
        }
    }

    @Test
    void anOperatorGivesARoleAndThePersonHasItAtOnce() {
        try (Visitor person = Visitor.at(application);
                Visitor operator = Visitor.at(application)) {
            signUp(person, "/account");
            operator.signInAs(OPERATOR).open("/operations/people");
            operator.page().getByLabel("Name or e-mail address").fill(email);
            operator.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Noor Newcomer"))
                    .click();
            operator.settled();
            operator.page().getByLabel("Operator").check();
            assertThat(operator.page().getByText("is now: Operator")).isVisible();

            person.open("/");

            person.page().locator(".c-space-switch summary").click();
            assertThat(person.page().locator(".c-space-switch")).containsText("Operations");
        }
    }

    @Test
    void signingInWorksByKeyboardAlone() {
        try (Visitor visitor = Visitor.at(application)) {
            signUp(visitor, "/account");
        }
        try (Visitor visitor = Visitor.at(application)) {
            visitor.open("/sign-in?continue=/account");
            assertThat(visitor.page().locator("#email")).isFocused();
            visitor.page().keyboard().type(email);
            visitor.page().keyboard().press("Tab");
            visitor.page().keyboard().type(Visitor.PASSWORD);
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/account$"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=machine",
                "/courses/north-lakes-university/first-course-in-machine-learning",
                "/courses/nobody/nothing",
                "/partners",
                "/verify",
                "/verify/0000-0000-0000",
                "/terms",
                "/nowhere"
            })
    void strangersGetNoCookieForReading(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(application.address() + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.statusCode()).isIn(200, 404);
        }
    }

    private void signUp(Visitor visitor, String wanted) {
        visitor.open("/sign-up?continue=" + wanted);
        visitor.page().locator("#name").fill("Noor Newcomer");
        visitor.page().locator("#email").fill(email);
        visitor.page().locator("#password").fill(Visitor.PASSWORD);
        visitor.page().locator("input[name=terms]").check();
        visitor.page().locator("form.c-form button[type=submit]").click();
        visitor.page().waitForURL(url -> !url.contains("/sign-up"));
        visitor.settled();
    }

    private void fillSignIn(Visitor visitor, String password) {
        visitor.page().locator("#email").fill(email);
        visitor.page().locator("#password").fill(password);
        visitor.page().locator("form.c-form button[type=submit]").first().click();
        visitor.settled();
    }

    private static Locator notice(Visitor visitor) {
        return visitor.page().getByText("Your e-mail address is not confirmed yet");
    }
}
