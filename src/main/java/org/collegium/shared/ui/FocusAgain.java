package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;

/**
 * Puts the focus back where somebody was, after what they acted on was drawn anew: what they acted with is gone then, and with the
 * keyboard they would begin at the top of the page again.
 */
public final class FocusAgain {

    private static final String TO = """
            const buttons = [...this.querySelectorAll('vaadin-button, a')].filter(one => !one.disabled);
            for (const name of $0.split('\\n')) {
              const found = buttons.find(one => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name);
              if (found) {
                found.focus();
                return;
              }
            }
            const heading = this.querySelector('h1, h2, h3, h4');
            if (heading) {
              heading.tabIndex = -1;
              heading.focus();
            }
            """;

    private FocusAgain() {}

    /**
     * To the first button or link that has one of these names, else to the first heading.
     *
     * @param within what was drawn anew
     * @param names as a screen reader says them, the most wanted first
     */
    public static void at(Component within, String... names) {
        within.getElement().executeJs(TO, String.join("\n", names));
    }
}
