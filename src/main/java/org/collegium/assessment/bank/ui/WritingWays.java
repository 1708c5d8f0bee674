package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;

/** Chooses whether a question is written in fields or as text. */
public final class WritingWays extends Div {

    private final NativeButton fields;
    private final NativeButton text;
    private final Span told = new Span();

    /** @param chosen is told whether it is written in fields */
    public WritingWays(SerializableConsumer<Boolean> chosen) {
        fields = new NativeButton(getTranslation("assessment.form.fields"), click -> chosen.accept(true));
        text = new NativeButton(getTranslation("assessment.form.text"), click -> chosen.accept(false));
        fields.addClassName("c-chip");
        text.addClassName("c-chip");
        told.addClassNames("c-muted", "c-small");
        told.getElement().setAttribute("role", "status");
        Div both = new Div(fields, text);
        both.addClassName("c-chips");
        both.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("assessment.form.ways"));
        addClassName("c-studio-actions");
        add(both, told);
    }

    /** @param refused whether the text cannot be shown in fields */
    public void show(boolean inFields, boolean refused) {
        fields.getElement().setAttribute("aria-pressed", Boolean.toString(inFields));
        text.getElement().setAttribute("aria-pressed", Boolean.toString(!inFields));
        told.setText(refused ? getTranslation("assessment.form.refused") : "");
    }
}
