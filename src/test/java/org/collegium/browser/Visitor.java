package org.collegium.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A person at a browser of their own, before the built application. */
final class Visitor implements AutoCloseable {

    static final int PHONE = 390;
    static final int DESK = 1280;
    static final String PASSWORD = "open-lake-winter";

    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    /** A busy machine is slow to answer; who waits longer fails no sooner. */
    private static final double PATIENCE = 20_000;

    /** Pages that the server wrote stand still once they are loaded, those of views when no client waits for the server. */
    private static final String STANDS_STILL = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(client => client.isActive);
              return (clients.length > 0 || !document.getElementById('outlet'))
                && clients.every(client => !client.isActive());
            }
            """;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** Asking at every frame would have the browser draw them all. */
    private static final Page.WaitForFunctionOptions NOW_AND_THEN =
            new Page.WaitForFunctionOptions().setPollingInterval(40);

    private final BrowserContext context;
    private final Page page;
    private final Traffic traffic;
    private final String address;
    private final long process;

    private Visitor(BuiltApplication application, String address, int width, ColorScheme scheme) {
        this.address = address;
        this.process = application.pid();
        this.context = Browsers.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height(width))
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB"));
        this.context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        this.traffic = new Traffic(page);
    }

    static Visitor at(BuiltApplication application) {
        return at(application, DESK, ColorScheme.LIGHT);
    }

    static Visitor at(BuiltApplication application, int width, ColorScheme scheme) {
        return new Visitor(application, application.address(), width, scheme);
    }

    /** Somebody whose every byte from and to the application is overheard. */
    static Visitor through(Overheard wire, BuiltApplication application) {
        Visitor visitor = new Visitor(application, wire.address(), DESK, ColorScheme.LIGHT);
        visitor.context.setExtraHTTPHeaders(Map.of("Accept-Encoding", "identity"));
        return visitor;
    }

    Page page() {
        return page;
    }

    /** Opens a path and waits until the page stands still. */
    Visitor open(String path) {
        page.navigate(address + path);
        return settled();
    }

    Visitor settled() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction(STANDS_STILL, null, NOW_AND_THEN);
        traffic.awaitQuiet();
        page.waitForFunction(STANDS_STILL, null, NOW_AND_THEN);
        return this;
    }

    Visitor atWidth(int width) {
        page.setViewportSize(width, height(width));
        return settled();
    }

    void inScheme(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction("() => document.getAnimations().every(animation => animation.playState !== 'running')");
    }

    private static int height(int width) {
        return width <= PHONE ? 844 : 800;
    }

    /** Where a link leads, from the root of the platform. */
    String address(String selector) {
        return (String) page.locator(selector).first().evaluate("link => link.pathname + link.search");
    }

    /** Opens where a link leads, in this window. */
    Visitor follow(String selector) {
        return follow(selector, "");
    }

    /** Opens an address that begins as that of a link does. */
    Visitor follow(String selector, String rest) {
        page.navigate(page.locator(selector).first().evaluate("link => link.href") + rest);
        return settled();
    }

    /** Signed in as somebody, as on an earlier visit: they need not type their password again. Sessions end with the process. */
    Visitor signedInAs(String email) {
        List<Cookie> cookies = SESSIONS.computeIfAbsent(email + " at " + address + " of " + process, who -> {
            signInAs(email);
            return context.cookies();
        });
        context.addCookies(cookies);
        return this;
    }

    Visitor signInAs(String email) {
        open("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("form.c-form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return settled();
    }

    Visitor click(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
        return settled();
    }

    /** Goes to what the menu of a course in Studio has under a name. */
    Visitor chooseInCourseMenu(String name) {
        page.locator(".c-course-menu > summary").click();
        page.locator(".c-course-menu")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return settled();
    }

    boolean refused() {
        return page.url().contains("/sign-in")
                || page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                        .innerText()
                        .matches(
                                "(?is).*(not found|not open to you|not allowed|no access|may not|cannot|could not|not here|needs a key|no page|only for|not yours).*");
    }

    @Override
    public void close() {
        context.close();
    }
}
