package org.collegium.courses.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Where a comment or an answer is written; what is typed is kept until it is saved or given up. */
final class CommentForm extends Div {

    private final TextArea words = new TextArea();

    /**
     * @param place where what is typed is kept
     * @param label of the field
     * @param say saves it; a broken rule is told at the field
     * @param close what happens after saving, and when it is given up
     */
    CommentForm(String place, String label, Consumer<String> say, Consumer<CommentForm> close) {
        words.setLabel(label);
        words.setWidthFull();
        FieldFaults faults = new FieldFaults(Map.of("courses.review.words", words));
        KeptTyping typing = new KeptTyping(this, "review-words/" + place).with("words", words);
        Button save = new Button(getTranslation("courses.review.comment.save"));
        save.addThemeNames("primary", "small");
        save.addClickListener(click -> {
            try {
                say.accept(words.getValue());
                typing.forget();
                words.clear();
                close.accept(this);
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        Button cancel = new Button(getTranslation("shared.cancel"), click -> {
            typing.forget();
            words.clear();
            close.accept(this);
        });
        cancel.addThemeNames("tertiary", "small");
        Div foot = new Div(save, cancel);
        foot.addClassName("c-studio-actions");
        add(words, foot);
        addClassName("c-review-form");
    }

    void focus() {
        words.focus();
    }
}
