package org.collegium.partners.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import org.collegium.partners.PartnerData;
import org.collegium.shared.BrandColour;
import org.collegium.shared.CourseCover;

/** A partner's colour, typed or picked, and what it will look like: made readable where it is not by itself. */
class ColourField extends Div {

    private static final String SYNTAX = "#[0-9a-fA-F]{6}";

    private final TextField code = new TextField(getTranslation("partners.colour"));
    private final Input picker = new Input();
    private final Div band = new Div();
    private final Image cover = new Image();
    private final String slug;

    ColourField(String now, PartnerData data) {
        slug = data.slug().value();
        code.setValue(now);
        code.setHelperText(getTranslation("partners.colour.help"));
        code.setValueChangeMode(ValueChangeMode.EAGER);
        code.addValueChangeListener(change -> typed(change.getValue().strip()));
        picker.setType("color");
        picker.addClassName("org-picker");
        picker.setAriaLabel(getTranslation("partners.colour.pick"));
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                code.setValue(change.getValue());
            }
        });
        Span initials = new Span(data.shortName());
        initials.addClassName("org-initials");
        Span name = new Span(data.name());
        name.addClassName("org-name");
        Paragraph note = new Paragraph(getTranslation("partners.colour.note"));
        note.addClassNames("c-muted", "c-small");
        cover.setAlt("");
        cover.addClassName("org-cover");
        band.add(initials, name, cover);
        band.addClassName("org-band");
        band.getElement().setAttribute("role", "img");
        band.getElement().setAttribute("aria-label", getTranslation("partners.colour.preview"));
        Div row = new Div(code, picker);
        row.addClassName("c-settings-row");
        addClassName("org-colour");
        add(row, band, note);
        typed(now);
    }

    TextField field() {
        return code;
    }

    String value() {
        return code.getValue().strip();
    }

    private void typed(String value) {
        if (value.matches(SYNTAX)) {
            BrandColour colour = new BrandColour(value);
            picker.setValue(value.toLowerCase(Locale.ROOT));
            band.getElement().setAttribute("style", colour.css());
            cover.setSrc(new CourseCover(slug, colour).path());
        }
    }
}
