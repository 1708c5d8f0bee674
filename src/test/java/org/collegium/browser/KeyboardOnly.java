package org.collegium.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Hands that never touch a mouse: they move the focus, press and type, and see what has the focus. */
final class KeyboardOnly {

    private static final int PATIENCE = 150;

    /** The words by which one knows what has the focus. */
    private static final String FOCUSED = """
            () => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              if (!at || at === document.body) return '';
              const labels = [...(at.labels ?? [])].map(label => label.textContent).join(' ');
              return [at.getAttribute('aria-label'), labels, at.textContent].filter(Boolean).join(' | ')
                  .replace(/\\s+/g, ' ').trim();
            }
            """;

    private final Page page;

    KeyboardOnly(Page page) {
        this.page = page;
    }

    KeyboardOnly press(String key) {
        page.keyboard().press(key);
        return this;
    }

    KeyboardOnly type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Goes on with Tab until what has the focus says one of these words. */
    KeyboardOnly tabTo(String... words) {
        List<String> wanted = List.of(words);
        for (int i = 0; i < PATIENCE; i++) {
            String focused = (String) page.evaluate(FOCUSED);
            if (wanted.stream().anyMatch(focused::contains)) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No way by keyboard to " + wanted + " on " + page.url());
    }

    /** Goes to a control and presses it. */
    KeyboardOnly tabAndEnter(String... words) {
        return tabTo(words).press("Enter");
    }
}
