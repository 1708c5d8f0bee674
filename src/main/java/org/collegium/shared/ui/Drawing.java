package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A drawing given as SVG text of our own. */
@Tag("span")
final class Drawing extends Component {

    /** @param svg trusted text, never a person's */
    Drawing(String svg) {
        getElement().getClassList().add("c-drawing");
        getElement().setProperty("innerHTML", svg);
    }
}
