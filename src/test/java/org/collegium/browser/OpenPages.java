package org.collegium.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What the pages that are still open show when a journey fails: a picture beside the reports, and what a screen reader would meet. */
public final class OpenPages implements TestExecutionExceptionHandler {

    /** When everything fails, the first few say why. */
    private static final int MOST = 8;

    private int failed;

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable fault) throws Throwable {
        if (++failed > MOST) {
            throw fault;
        }
        int number = 0;
        for (BrowserContext context : Browsers.open()) {
            for (Page page : context.pages()) {
                try {
                    keep(page, name(test, ++number));
                } catch (PlaywrightException gone) {
                    fault.addSuppressed(gone);
                }
            }
        }
        throw fault;
    }

    private static void keep(Page page, String name) {
        Path picture = Path.of("target", "failed", name + ".png");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(picture).setFullPage(true).setTimeout(5_000));
        System.out.printf(
                "%s: %s%n%s%n", picture, page.url(), page.locator("body").ariaSnapshot());
    }

    private static String name(ExtensionContext test, int number) {
        String whole = test.getRequiredTestClass().getSimpleName() + "-" + test.getDisplayName() + "-" + number;
        return whole.replaceAll("[^A-Za-z0-9-]+", "-");
    }
}
