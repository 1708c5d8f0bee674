package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Div;
import org.collegium.shared.ui.HtmlElement;

/** What somebody wrote, as they wrote it: its lines are kept, and nothing in it is markup. */
public final class WrittenText extends Div {

    private static final String NAME = "c-written";

    public WrittenText(String text) {
        addClassName(NAME);
        setText(text);
        getElement().setAttribute("dir", "auto");
    }

    /** The same as a part of something else. */
    static HtmlElement html(String text) {
        return HtmlElement.of("div", NAME).with("dir", "auto").text(text);
    }
}
