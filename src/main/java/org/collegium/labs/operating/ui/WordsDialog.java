package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;

/** Says what will follow, and takes the words that learners are told. */
class WordsDialog extends Dialog {

    private final TextArea words = new TextArea();

    /**
     * @param consequences one sentence each
     * @param verb on the button
     * @param deed may refuse with a {@link RuleViolation}, which is shown at the field
     */
    WordsDialog(
            String title, List<String> consequences, String label, String hint, Button verb, Consumer<String> deed) {
        setHeaderTitle(title);
        setWidth("min(36rem, 100%)");
        UnorderedList list = new UnorderedList();
        list.addClassName("c-consequences");
        consequences.forEach(text -> list.add(new ListItem(Glyph.INFO.create(), new Span(text))));
        words.setLabel(label);
        words.setHelperText(hint);
        words.setWidthFull();
        words.setManualValidation(true);
        words.addValueChangeListener(change -> words.setInvalid(false));
        Div body = new Div(list, words);
        add(body);
        KeptTyping typing = new KeptTyping(body, "words/" + title).with("words", words);
        verb.addThemeVariants(ButtonVariant.PRIMARY);
        verb.addClickListener(click -> {
            try {
                deed.accept(words.getValue());
                typing.forget();
                close();
            } catch (RuleViolation broken) {
                words.setErrorMessage(
                        getTranslation(broken.code(), broken.arguments().toArray()));
                words.setInvalid(true);
                words.focus();
            }
        });
        getFooter().add(typing.cancel(this), verb);
    }
}
