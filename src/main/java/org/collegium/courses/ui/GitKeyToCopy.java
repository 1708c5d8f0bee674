package org.collegium.courses.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** The public key that a Git server is to let in, with a button that copies it. */
final class GitKeyToCopy extends Div {

    GitKeyToCopy(String line, Button... more) {
        TextField key = new TextField(getTranslation("courses.git.key"));
        key.setValue(line);
        key.setReadOnly(true);
        key.setAutoselect(true);
        key.setWidthFull();
        key.setHelperText(getTranslation("courses.git.key.help"));
        Button copy = new Button(getTranslation("courses.git.key.copy"), Glyph.COPY.create(), click -> copy(line));
        Div actions = new Div(copy);
        actions.add(more);
        actions.addClassName("c-studio-actions");
        add(key, actions);
        addClassName("c-studio-stack");
        setWidthFull();
    }

    private static void copy(String line) {
        UI ui = UI.getCurrent();
        ui.getPage()
                .executeJs("return navigator.clipboard.writeText($0)", line)
                .then(
                        done -> Toasts.show(ui.getTranslation("courses.git.key.copied")),
                        refused -> Toasts.problem(ui.getTranslation("courses.git.key.not-copied")));
    }
}
