package org.collegium.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one Chromium that journeys share; each journey opens a context of its own. */
public final class Browsers {

    private static @Nullable Browser browser;

    private Browsers() {}

    public static synchronized Browser chromium() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    compiler())));
        }
        return browser;
    }

    /** The windows that are open now. */
    static synchronized List<BrowserContext> open() {
        return browser == null ? List.of() : browser.contexts();
    }

    /** As the tests themselves: what runs briefly is not compiled twice, unless it is measured. */
    private static String compiler() {
        boolean brief = System.getProperty("collegium.jvm", "").contains("TieredStopAtLevel");
        return "--js-flags=" + (brief ? "--no-opt --no-maglev --single-threaded-gc" : "--opt");
    }

    private static Path executable() {
        String configured = System.getenv("COLLEGIUM_CHROMIUM");
        return Path.of(configured == null ? "/usr/bin/chromium" : configured);
    }
}
