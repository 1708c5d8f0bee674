package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** Something to type elsewhere, with a button that copies it. */
final class CommandToCopy extends Div {

    /** Where the clipboard is out of reach, as on an address without encryption, the text is selected to be copied by keyboard. */
    private static final String COPY = """
            this.addEventListener('click', async () => {
                try {
                    await navigator.clipboard.writeText($0.textContent);
                    this.dispatchEvent(new CustomEvent('copied'));
                } catch {
                    getSelection().selectAllChildren($0);
                }
            })""";

    private final Button copy = new Button(getTranslation("labs.operating.copy"), Glyph.COPY.create());
    private final Code text;

    CommandToCopy(String command, String label) {
        addClassName("c-operations-command");
        text = new Code(command);
        Pre pre = new Pre();
        pre.add(text);
        pre.getElement().setAttribute("tabindex", "0");
        pre.getElement().setAttribute("role", "region");
        pre.getElement().setAttribute("aria-label", label);
        copy.addThemeVariants(ButtonVariant.SMALL);
        copy.getElement().addEventListener("copied", event -> Toasts.show(getTranslation("labs.operating.copied")));
        add(pre, copy);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        copy.getElement().executeJs(COPY, text.getElement());
    }
}
