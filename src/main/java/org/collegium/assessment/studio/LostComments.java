package org.collegium.assessment.studio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.collegium.shared.ui.Glyph;

/** Says that comments in the text of a quiz are gone, and brings the text back as it was. */
final class LostComments extends Div {

    LostComments() {
        addClassName("c-bank-conflict");
        getElement().setAttribute("role", "status");
    }

    /** @param back keeps the text that was there before */
    void tell(Runnable back) {
        removeAll();
        Button again = new Button(getTranslation("assessment.comments.back"), Glyph.UNDO_2.create(), click -> {
            removeAll();
            back.run();
        });
        add(new Paragraph(getTranslation("assessment.comments.lost")), again);
    }
}
