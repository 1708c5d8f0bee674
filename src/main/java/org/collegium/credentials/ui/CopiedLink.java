package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import org.collegium.shared.ui.Toasts;

/** Puts a link where the person can paste it from, and says so. */
final class CopiedLink {

    private CopiedLink() {}

    static void copy(String link) {
        UI ui = UI.getCurrent();
        ui.getPage()
                .executeJs("return navigator.clipboard.writeText($0)", link)
                .then(
                        done -> Toasts.show(ui.getTranslation("credentials.own.copied")),
                        refused -> Toasts.problem(ui.getTranslation("credentials.own.not-copied", link)));
    }
}
