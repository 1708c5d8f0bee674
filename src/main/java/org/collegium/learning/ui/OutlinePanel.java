package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import org.collegium.learning.OwnUnits;

/** The outline beside the text; on a phone a sheet over it. */
final class OutlinePanel extends Nav {

    static final String ID = "outline";

    private final Div content = new Div();

    OutlinePanel() {
        setId(ID);
        addClassName("lrn-outline");
        setAriaLabel(getTranslation("learning.outline.name"));
        add(content);
    }

    void show(Seat seat, OwnUnits units, String current) {
        String html = new OutlineMarkup(seat, units, this::getTranslation).write(current);
        content.getElement().setProperty("innerHTML", html);
    }
}
