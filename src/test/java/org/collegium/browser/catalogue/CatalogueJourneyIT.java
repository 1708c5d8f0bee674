package org.collegium.browser.catalogue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.collegium.browser.Browsers;
import org.collegium.browser.BuiltApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("journey")
class CatalogueJourneyIT {

    private static final String MACHINE_LEARNING = "A first course in machine learning";

    private final String address = BuiltApplication.withDemonstrationData().address();

    @Test
    void aVisitorFindsACourseAsTheyTypeInSpiteOfSlips() {
        onDesk(page -> {
            CatalogueOnScreen catalogue = new CatalogueOnScreen(page);
            page.keyboard().press("/");
            assertThat(catalogue.searchField()).isFocused();
            page.keyboard().type("first corse in machin lerning");

            assertThat(catalogue.titles().first()).hasText(MACHINE_LEARNING);
            assertThat(catalogue.searchField()).isFocused();
            assertThat(page).hasURL(Pattern.compile(".*\\?q=first\\+corse\\+in\\+machin\\+lerning"));
        });
    }

    @Test
    void eachFilterIsAStepThatTheBackButtonUndoes() {
        onDesk(page -> {
            CatalogueOnScreen catalogue = new CatalogueOnScreen(page);
            String all = catalogue.count().textContent();
            catalogue.choose("Language", "Spanish");
            assertThat(page).hasURL(Pattern.compile(".*[?&]language=es.*"));
            assertThat(catalogue.takeAway("Spanish")).isVisible();
            assertThat(catalogue.filter("Language")).hasAttribute("open", "");

            page.goBack();
            assertThat(catalogue.count()).hasText(all);
            assertThat(catalogue.takeAway("Spanish")).hasCount(0);
        });
    }

    @Test
    void anAddressShowsTheSameToEverybody() {
        visiting(new Browser.NewContextOptions().setViewportSize(1280, 800), "/?language=en&sort=title", page -> {
            assertThat(new CatalogueOnScreen(page).takeAway("English")).isVisible();
            assertThat(page.getByLabel("Sort")).hasValue("title");
        });
    }

    @Test
    void withoutScriptsTheCatalogueIsAForm() {
        Browser.NewContextOptions plain =
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 800);
        visiting(plain, "/", page -> {
            CatalogueOnScreen catalogue = new CatalogueOnScreen(page);
            catalogue.searchField().fill("machine learning");
            catalogue.searchField().press("Enter");

            assertThat(catalogue.titles().first()).hasText(MACHINE_LEARNING);
        });
    }

    @Test
    void onAPhoneTheFiltersAreASheet() {
        onPhone(page -> {
            CatalogueOnScreen catalogue = new CatalogueOnScreen(page);
            assertThat(catalogue.filter("Language")).isHidden();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filters"))
                    .first()
                    .click();
            catalogue.choose("Language", "Spanish");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Show ")))
                    .click();

            assertThat(catalogue.filter("Language")).isHidden();
            assertThat(catalogue.takeAway("Spanish")).isVisible();
        });
    }

    @Test
    void aVisitorReadsASampleLessonAndReturnsToTheCourse() {
        onDesk(page -> {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(MACHINE_LEARNING))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(MACHINE_LEARNING);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read a lesson now"))
                    .click();
            assertThat(page.locator("collegium-prose")).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(MACHINE_LEARNING))
                    .first()
                    .click();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Join the course"))
                            .first())
                    .isVisible();
        });
    }

    @Test
    void darkIsRememberedByTheBrowser() {
        onDesk(page -> {
            page.getByLabel("Switch between light and dark").click();
            assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
            page.reload();
            assertThat(page.locator("html")).hasAttribute("data-scheme", "dark");
        });
    }

    @Test
    void theFirstTabLeadsPastTheBar() {
        onDesk(page -> {
            page.keyboard().press("Tab");
            assertThat(page.getByText("Skip to content")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#main")).isFocused();
        });
    }

    private void onDesk(Consumer<Page> journey) {
        visiting(new Browser.NewContextOptions().setViewportSize(1280, 800), "/", journey);
    }

    private void onPhone(Consumer<Page> journey) {
        visiting(
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true),
                "/",
                journey);
    }

    private void visiting(Browser.NewContextOptions options, String path, Consumer<Page> journey) {
        try (BrowserContext context = Browsers.chromium().newContext(options.setLocale("en-GB"))) {
            Page page = context.newPage();
            page.navigate(address + path);
            journey.accept(page);
        }
    }
}
