package org.collegium.assessment.studio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.collegium.assessment.bank.ui.DifferenceLines;

/** Two texts of a quiz; the author decides which one holds. */
final class TextConflict extends Div {

    TextConflict() {
        addClassName("c-bank-conflict");
    }

    void show(String theirs, String mine, Runnable keepMine, Runnable takeTheirs) {
        Div acts = new Div(
                new Button(getTranslation("assessment.bank.conflict.mine"), click -> keepMine.run()),
                new Button(getTranslation("assessment.bank.conflict.theirs"), click -> takeTheirs.run()));
        acts.addClassName("c-studio-actions");
        removeAll();
        add(
                new H2(getTranslation("assessment.text.conflict.title")),
                new Paragraph(getTranslation("assessment.text.conflict.text")),
                new DifferenceLines(theirs, mine),
                acts);
    }
}
