package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Asks before a page is left on which something is not saved. */
final class Leaving {

    private Leaving() {}

    static void ask(BeforeLeaveEvent event, Component page, ItemEditor editor) {
        if (!editor.unsaved()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction onwards = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog(
                text(page, "title"), text(page, "text"), text(page, "leave"), confirmed -> onwards.proceed());
        dialog.setCancelable(true);
        dialog.setCancelText(text(page, "stay"));
        dialog.addCancelListener(cancelled -> onwards.cancel());
        dialog.open();
    }

    private static String text(Component page, String part) {
        return page.getUI()
                .map(ui -> ui.getTranslation("assessment.bank.leave." + part))
                .orElse("");
    }
}
