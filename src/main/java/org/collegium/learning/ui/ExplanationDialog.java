package org.collegium.learning.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.collegium.learning.ProgressExplanation;

/** Says where a percentage comes from. */
final class ExplanationDialog extends Dialog {

    ExplanationDialog(String course, ProgressExplanation explanation) {
        setHeaderTitle(getTranslation("learning.why.title", course));
        Div content = new Div();
        content.addClassName("lrn-explanation");
        String html = new ExplanationMarkup(this::getTranslation, getLocale(), true).write(explanation);
        content.getElement().setProperty("innerHTML", html);
        add(content);
        getFooter().add(new Button(getTranslation("shared.close"), click -> close()));
        addClassNames("c-dialog", "c-dialog-widest");
    }
}
