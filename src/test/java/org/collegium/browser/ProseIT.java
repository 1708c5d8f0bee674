package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of lessons as browsers show it, on a bare page with the built style sheet and script. */
@Tag("journey")
class ProseIT {

    private static final String LESSON = """
            # A lesson

            Some $x^2$ and $\\notacommand{y}$, a [link](a.md) and an [outward one](https://example.org), `code`[^1].

            $$
            \\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}
            $$ (eq-sum)

            ```python
            def f(x):
                return x < 1  # %s
            ```

            ## A part

            :::{warning} Mind {eq}`eq-sum`
            Careful with | tables.
            :::

            :::{dropdown} More
            Inside.
            :::

            | a | b |
            |---|--:|
            | 1 | 2 |

            > Quoted

            - [x] done

            [^1]: A note.
            """.formatted("a comment that goes on and on and on ".repeat(5));

    private static final ConcurrentHashMap<String, String> PAGES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static HttpServer server = server();

    private static HttpServer server() {
        try {
            Path built = Path.of("target/classes/META-INF/resources").toAbsolutePath();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", SimpleFileServer.createFileHandler(built));
            server.createContext("/page/", exchange -> {
                byte[] page = PAGES.getOrDefault(exchange.getRequestURI().getPath(), "")
                        .getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            return server;
        } catch (IOException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    @BeforeAll
    static void start() {
        assertThat(Files.exists(Path.of("target/classes/META-INF/resources/site/prose/prose.js")))
                .as("the built script")
                .isTrue();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static String address(String markdown) {
        String text = new LessonRenderer()
                .render(markdown, reference -> Optional.of(LinkTarget.of("/" + reference.path())))
                .html();
        String path = "/page/" + NUMBER.incrementAndGet();
        PAGES.put(path, """
                <!doctype html><html lang="en"><head><title>A lesson</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/site/site.css">
                <script>addEventListener('prose-end-seen', () => { window.ends = (window.ends ?? 0) + 1; })</script>
                <script type="module" src="/site/site.js"></script></head><body><main><h1>A lesson</h1>
                <collegium-prose class="c-prose" copy-label="Copy code" copied-label="Copied">%s</collegium-prose>
                </main></body></html>""".formatted(text));
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void formulasAreSetCodeIsColouredAndCopied() {
        try (BrowserContext context = Browsers.chromium()
                .newContext(
                        new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            Page page = context.newPage();
            page.navigate(address(LESSON));

            assertThat(page.locator(".math[data-set=done] .katex")).hasCount(2);
            assertThat(page.locator(".math[data-set=failed]")).hasText("\\notacommand{y}");
            assertThat(page.locator("pre .hljs-keyword").first()).hasText("def");
            page.locator("pre").hover();
            page.locator(".copy-code").click();
            assertThat(page.locator(".copy-code")).hasText("Copied");
            assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith("def f(x):\n    return");
        }
    }

    @Test
    void formulasAreSetOnceThoughTheTextMovesMeanwhile() {
        try (BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(address("Short."));
            page.evaluate("""
                    () => {
                      const text = document.createElement('collegium-prose');
                      text.innerHTML = '<p><span class="math">x^2</span></p>';
                      document.body.append(text);
                      text.remove();
                      document.body.append(text);
                    }
                    """);

            assertThat(page.locator(".math[data-set=done] .katex")).hasCount(1);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator(".math annotation")).hasText("x^2");
        }
    }

    @Test
    void withoutScriptsEverythingCanBeRead() {
        try (BrowserContext context =
                Browsers.chromium().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(address(LESSON));

            assertThat(page.locator(".math").first()).hasText("x^2");
            assertThat(page.locator("pre")).containsText("def f(x):");
            page.locator("summary").click();
            assertThat(page.getByText("Inside.")).isVisible();
        }
    }

    @Test
    void theEndOfAShortTextIsSeenAtOnceAndOnlyOnce() {
        try (BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(address("Short."));

            page.waitForFunction("window.ends === 1");
            page.waitForTimeout(1500);
            assertThat(page.evaluate("window.ends")).isEqualTo(1);
            page.evaluate("document.querySelector('collegium-prose').innerHTML = '<p>Another.</p>'");
            page.waitForFunction("window.ends === 2");
        }
    }

    @Test
    void theEndOfALongTextIsSeenWhenOneGetsThere() {
        try (BrowserContext context = Browsers.chromium().newContext()) {
            Page page = context.newPage();
            page.navigate(address("A paragraph.\n\n".repeat(200)));
            page.waitForTimeout(1500);
            assertThat(page.evaluate("window.ends")).isNull();

            page.locator("collegium-prose > p").last().scrollIntoViewIfNeeded();
            page.waitForFunction("window.ends === 1");
        }
    }

    @ParameterizedTest
    @CsvSource({"390,LIGHT", "390,DARK", "1280,LIGHT", "1280,DARK"})
    void nothingIsInaccessibleAndNothingOverflows(int width, ColorScheme scheme) {
        try (BrowserContext context = Browsers.chromium()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setBypassCSP(true))) {
            Page page = context.newPage();
            page.navigate(address(LESSON));
            assertThat(page.locator(".math[data-set=done]")).hasCount(2);
            page.locator("pre .hljs-keyword").first().waitFor();

            assertThat(Axe.violations(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(page.locator("pre[tabindex='0']")).hasCount(1);
        }
    }
}
