package org.collegium.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Judges a page with axe, which is put into a page once and asked as often as one likes. */
final class Axe {

    private static final String SOURCE = source();

    /**
     * Vaadin's own bar for a lost connection stands outside all landmarks. Style sheets are read once for each page; a rule
     * about the way up of the screen alone needs them.
     */
    private static final String JUDGE = """
            async ({ only }) => {
              const options = { resultTypes: ['violations'], preload: !window.styleSheetsAreRead };
              window.styleSheetsAreRead = true;
              if (only.length > 0) {
                options.runOnly = { type: 'rule', values: only };
              }
              const { violations } = await axe.run({ exclude: ['vaadin-connection-indicator'] }, options);
              return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ target, html }) => `${id}: ${JSON.stringify(target)} ${html}`));
            }
            """;

    private Axe() {}

    /**
     * What is wrong with a page.
     *
     * @param rules all when none is named
     */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, String... rules) {
        page.frames().stream().filter(Axe::runsScripts).forEach(Axe::putInto);
        return (List<String>) page.evaluate(JUDGE, Map.of("only", List.of(rules)));
    }

    /** Asking a frame without scripts that is hidden and not loaded yet would wait for ever. */
    private static boolean runsScripts(Frame frame) {
        if (frame.parentFrame() == null) {
            return true;
        }
        String sandbox = frame.frameElement().getAttribute("sandbox");
        return sandbox == null || sandbox.contains("allow-scripts");
    }

    private static void putInto(Frame frame) {
        try {
            if (!(boolean) frame.evaluate("() => 'axe' in window")) {
                frame.evaluate(SOURCE);
                frame.evaluate("() => axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })");
            }
        } catch (PlaywrightException withoutScripts) {
            if (frame.parentFrame() == null) {
                throw withoutScripts;
            }
        }
    }

    private static String source() {
        try (InputStream file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
