package org.collegium.shared.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Asks before something that cannot be undone, or not wholly, and lists what will follow. Texts are given translated. */
public class ConfirmWithConsequences extends ConfirmDialog {

    /** So that Enter, pressed too soon, does no harm. */
    private static final String FOCUS_CANCEL =
            "setTimeout(() => this.querySelector('[slot=cancel-button]')?.focus(), 50)";

    private final Paragraph lead = new Paragraph(getTranslation("shared.confirm.lead"));

    /**
     * @param title the question, such as "Revoke 12 certificates?"
     * @param consequences one sentence each, with numbers where there are some
     * @param verb the label of the button, such as "Revoke them"
     */
    public ConfirmWithConsequences(String title, List<String> consequences, String verb, Runnable confirmed) {
        setHeader(title);
        UnorderedList list = new UnorderedList();
        list.addClassName("c-consequences");
        consequences.forEach(text -> list.add(new ListItem(Glyph.TRIANGLE_ALERT.create(), new Span(text))));
        setText(new Div(lead, list));
        setCancelable(true);
        setCancelText(getTranslation("shared.cancel"));
        setConfirmText(verb);
        setConfirmButtonTheme("primary error");
        addConfirmListener(event -> confirmed.run());
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                getElement().executeJs(FOCUS_CANCEL);
            }
        });
    }

    /** Says something else in the place of that it cannot be undone. */
    public ConfirmWithConsequences saying(String words) {
        lead.setText(words);
        return this;
    }
}
