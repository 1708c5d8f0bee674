package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.StudioPage;

/** What the views of the question bank share: their style sheet, and links that look like buttons. */
@StyleSheet("styles/bank.css")
abstract class BankView extends StudioPage {

    static Anchor button(String address, String text, Glyph glyph) {
        Anchor anchor = new Anchor(address, glyph.create(), new Span(text));
        anchor.addClassName("c-button");
        return anchor;
    }
}
