package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody without an account who was shown a certificate. */
@Tag("journey")
class StrangerJourneyIT {

    /** Enough for the page, its style sheet, script, icons and fonts, not for a client engine. */
    private static final int FEW_REQUESTS = 12;

    private final BuiltApplication application = BuiltApplication.withDemonstrationData();

    @Test
    void aCodeTypedCarelesslyLeadsToTheVerdictWithoutSessionOrCookie() {
        String code = codeOf("learner@example.org");
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.page();
            List<Response> heard = new ArrayList<>();
            page.onResponse(heard::add);
            stranger.open("/verify");
            page.getByLabel("Code of the certificate")
                    .fill(" " + code.toLowerCase(Locale.ROOT).replace("-", " ") + " ");
            page.keyboard().press("Enter");
            page.waitForURL("**/verify/" + code);
            stranger.settled();

            assertThat(verdict(page)).isEqualTo("Valid");
            assertThat(page.locator(".verify-facts")).containsText("Mira Okonkwo");
            assertThat(page.locator(".verify-facts")).containsText("Responsible AI for policymakers");
            assertThat(page.locator(".verify-facts")).containsText("Civic Institute for Digital Government");
            assertThat(page.locator(".verify-evidence").first())
                    .containsText("All 4 required quizzes passed with a mean of");
            assertThat(page.locator(".verify-evidence").last()).containsText("Signature:");
            assertThat(page.context().cookies()).isEmpty();
            assertThat(heard).noneMatch(response -> response.allHeaders().containsKey("set-cookie"));
            assertThat(heard)
                    .hasSizeLessThan(2 * FEW_REQUESTS)
                    .noneMatch(response -> response.url().contains("VAADIN"));
        }
    }

    @Test
    void theVerdictIsPrintedWithoutWhatIsForTheScreen() {
        String code = codeOf("learner@example.org");
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/verify/" + code).page();
            assertThat(page.getByText("Verify another certificate")).isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Valid")))
                    .isVisible();
            assertThat(page.getByText("Mira Okonkwo")).isVisible();
            assertThat(page.getByText("Verify another certificate")).isHidden();
            assertThat(page.getByRole(AriaRole.SEARCHBOX).first()).isHidden();
        }
    }

    @Test
    void aRevokedCertificateIsSaidToBeRevokedAndWhy() {
        String code = codeOf("vaino.kettunen@example.org");
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/verify/" + code).page();
            assertThat(verdict(page)).isEqualTo("Revoked");
            assertThat(page.locator(".verify-verdict"))
                    .containsText("Issued to the wrong person after a mix-up of two accounts.");
        }
    }

    @Test
    void unknownAndMistypedCodesAreToldApart() {
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/verify/1111-1111-1111").page();
            assertThat(verdict(page)).isEqualTo("Unknown");
            assertThat(page.locator(".verify-verdict")).containsText("Collegium never issued");
            page.getByText("Verify another certificate").click();
            page.getByLabel("Code of the certificate").fill("GF58-S2HN");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("A code has 12 letters and digits");
            assertThat(page.getByLabel("Code of the certificate")).hasValue("GF58-S2HN");
            assertThat(page).hasURL(Pattern.compile(".*/verify\\?code=GF58-S2HN"));
        }
    }

    @Test
    void programsGetTheSameAsJson() {
        String code = codeOf("learner@example.org");
        try (Visitor stranger = Visitor.at(application)) {
            APIResponse valid = asJson(stranger, code);
            assertThat(valid.status()).isEqualTo(200);
            assertThat(valid.text()).contains("\"valid\"", "Mira Okonkwo", code);
            assertThat(valid.headers()).doesNotContainKey("set-cookie").containsEntry("cache-control", "no-store");
            assertThat(asJson(stranger, "2222-2222-2222").status()).isEqualTo(404);
        }
    }

    /** The files of a certificate, changed and not, revoked, and made by somebody else; nothing but what is public is asked for. */
    @Test
    void aFileIsCheckedInTheBrowserAndSentNowhere() {
        Map<String, byte[]> files = filesOf("learner@example.org");
        byte[] genuine = files.get("json");
        String document = new String(genuine, StandardCharsets.UTF_8);
        String revoked = codeOf("vaino.kettunen@example.org");
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/verify").page();
            byte[] fallen = stranger.page()
                    .context()
                    .request()
                    .get(
                            application.address() + "/verify/" + revoked,
                            RequestOptions.create().setHeader("Accept", "application/vc"))
                    .body();
            List<Request> asked = new ArrayList<>();
            page.onRequest(asked::add);
            files.forEach((form, file) -> {
                check(page, "certificate." + form, file, "valid");
                assertThat(page.locator(".verify-result")).containsText("Mira Okonkwo");
            });
            drop(page, document);
            assertThat(page.locator("[data-verdict]")).hasAttribute("data-verdict", "valid");
            check(page, "revoked.json", fallen, "revocation");
            check(page, "a photograph.pdf", bytes("%PDF-1.7 nothing"), "nothing-inside");
            check(
                    page,
                    "other.json",
                    bytes(document.replaceAll("did:web:[^\"#]++", "did:web:example.com")),
                    "elsewhere");
            check(page, "other-key.json", bytes(document.replaceAll("(#z6Mk)[^\"]{4}", "$1aaaa")), "key-given-up");
            check(page, "changed.json", bytes(document.replace("Mira Okonkwo", "Eve Okonkwo")), "changed");
            assertThat(asked).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.postData()).isNull();
                assertThat(request.url())
                        .startsWith(application.address())
                        .matches("http://[^/?]++/(?:partners/[a-z-]++/did\\.json|status-lists/[0-9a-f-]++/[a-z]++"
                                + "|site/verify/check-\\w++\\.js)");
            });
            assertThat(page.context().cookies()).isEmpty();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what was changed"))
                    .click();
            assertThat(page.locator(".verify-changes tbody tr")).hasCount(1);
            assertThat(page.locator(".verify-changes tbody")).containsText("HolderEve OkonkwoMira Okonkwo");
        }
    }

    private static void check(Page page, String name, byte[] file, String verdict) {
        page.locator("[data-file-check] input").setInputFiles(new FilePayload(name, "application/octet-stream", file));
        assertThat(page.locator(".verify-result"))
                .containsText(verdict.equals("nothing-inside") ? "no certificate" : name);
        assertThat(page.locator("[data-verdict]")).hasAttribute("data-verdict", verdict);
    }

    private static void drop(Page page, String text) {
        page.evaluate("""
                text => {
                  const files = new DataTransfer();
                  files.items.add(new File([text], 'dropped.json'));
                  document.querySelector('.verify-drop').dispatchEvent(
                    new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
                }""", text);
        assertThat(page.locator(".verify-result")).containsText("dropped.json");
    }

    private Map<String, byte[]> filesOf(String holder) {
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs(holder).open("/certificates").page();
            String pdf = page.locator("a[href$='.pdf']").first().getAttribute("href");
            return Stream.of("pdf", "png", "svg", "json", "jwt")
                    .collect(Collectors.toMap(
                            form -> form,
                            form -> page.context()
                                    .request()
                                    .get(application.address() + pdf.replace(".pdf", "." + form))
                                    .body()));
        }
    }

    /** A holder makes a transcript, takes it as a file and ends the link: what was given away can be checked all the same. */
    @Test
    void aTranscriptIsCheckedPartByPart() {
        byte[] transcript;
        try (Visitor visitor = Visitor.at(application)) {
            Page page = visitor.signInAs("learner@example.org")
                    .open("/certificates")
                    .page();
            visitor.click(AriaRole.BUTTON, "Share …");
            page.getByLabel("With a transcript").check();
            visitor.click(AriaRole.BUTTON, "Make the link");
            String address = page.locator("a[href$='/transcript.pdf']").first().getAttribute("href");
            transcript = page.context()
                    .request()
                    .get(application.address() + address)
                    .body();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End the link"))
                    .first()
                    .click();
            assertThat(page.locator("a[href$='/transcript.pdf']")).hasCount(0);
        }
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/verify").page();
            check(page, "transcript.pdf", transcript, "valid");
            assertThat(page.locator(".verify-result")).containsText("This transcript is signed by Collegium");
            assertThat(page.locator(".verify-result")).containsText("What it consists of");
            assertThat(page.locator(".verify-steps").first())
                    .containsText(
                            "Responsible AI for policymakers, Civic Institute for Digital Government: it stands.");
        }
    }

    /** A programme of two partners: what it takes, who endorses it, and what a certificate of it rests on. */
    @Test
    void aProgrammeAndItsCertificateAreReadWithoutAnAccount() {
        Map<String, byte[]> files = filesOf("wanjiku.ndungu@example.org");
        String code = codeOf("wanjiku.ndungu@example.org");
        try (Visitor stranger = Visitor.at(application)) {
            Page page = stranger.open("/programmes").page();
            stranger.click(AriaRole.LINK, "Artificial intelligence for public service");
            assertThat(page.locator("main")).containsText("A first course in machine learning North Lakes University");
            assertThat(page.locator("main"))
                    .containsText("Counts for 6 of the 30 credits of our minor in data and society.");
            assertThat(page.locator("main")).containsText("Civic Institute for Digital Government");

            stranger.open("/verify/" + code);
            assertThat(verdict(page)).isEqualTo("Valid");
            assertThat(page.locator(".verify-facts")).containsText("Artificial intelligence for public service");
            assertThat(page.locator(".verify-evidence").nth(1))
                    .containsText("Responsible AI for policymakers Civic Institute for Digital Government valid");
            assertThat(page.locator("main")).containsText("Endorsement by North Lakes University: it holds.");
            assertThat(asJson(stranger, code).text())
                    .contains("\"programme\":true", "\"course\":\"A first course in machine learning\"");
            stranger.open("/verify");
            check(page, "programme.json", Objects.requireNonNull(files.get("json")), "valid");
            assertThat(page.locator(".verify-result")).containsText("Wanjiku Ndungu");
            assertThat(page.locator(".verify-result")).containsText("North Lakes University: holds.");
            assertThat(page.context().cookies()).isEmpty();
        }
        CertificateOnPaper paper = paper(Objects.requireNonNull(files.get("pdf")));
        assertThat(paper.text())
                .contains("Artificial intelligence for public service", "has completed the programme", code)
                .contains("Responsible AI for policymakers (Civic Institute for Digital Government)");
    }

    private static CertificateOnPaper paper(byte[] pdf) {
        try {
            return CertificateOnPaper.read(Files.write(Files.createTempFile("programme", ".pdf"), pdf));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private APIResponse asJson(Visitor stranger, String code) {
        return stranger.page()
                .context()
                .request()
                .get(
                        application.address() + "/verify/" + code,
                        RequestOptions.create().setHeader("Accept", "application/json"));
    }

    private static String verdict(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    /** What a holder has on paper. */
    private String codeOf(String holder) {
        try (Visitor visitor = Visitor.at(application)) {
            return visitor.signInAs(holder)
                    .open("/certificates")
                    .page()
                    .locator(".verify-code")
                    .first()
                    .innerText();
        }
    }
}
