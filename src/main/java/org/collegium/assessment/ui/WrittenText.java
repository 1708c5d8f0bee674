package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Div;

/** What somebody wrote, as they wrote it: its lines are kept, and nothing in it is markup. */
public final class WrittenText extends Div {

    public WrittenText(String text) {
        addClassName("c-written");
        setText(text);
        getElement().setAttribute("dir", "auto");
    }
}
