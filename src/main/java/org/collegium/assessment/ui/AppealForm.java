package org.collegium.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.function.Function;
import org.collegium.assessment.appeals.OwnAppeal;
import org.collegium.identity.UnreachedNote;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Where a learner says why a question was graded wrongly; closed, and without any fields, until it is wanted. */
final class AppealForm extends Div {

    private final int replyDays;
    private final String place;
    private final transient Function<String, OwnAppeal> send;

    /**
     * @param number of the question, from 1
     * @param replyDays in how many days there is a reply
     * @param place where what is typed is kept
     * @param send keeps the appeal and returns it
     */
    AppealForm(int number, int replyDays, String place, Function<String, OwnAppeal> send) {
        this.replyDays = replyDays;
        this.place = place;
        this.send = send;
        Span summary = new Span(getTranslation("assessment.appeal.make"));
        summary.getElement().setAttribute("aria-label", getTranslation("assessment.appeal.make.of", number));
        NativeDetails details = new NativeDetails(summary);
        details.addClassNames("quiz-appeal-form", "c-small");
        details.addToggleListener(toggle -> {
            toggle.unregisterListener();
            details.setContent(fields());
        });
        add(details);
    }

    private Div fields() {
        TextArea text = new TextArea(getTranslation("assessment.appeal.make.why"));
        text.setHelperText(getTranslation("assessment.appeal.make.help", replyDays));
        text.setWidthFull();
        Div field = new Div(text);
        KeptTyping typing = new KeptTyping(field, place).with("text", text);
        FieldFaults faults = new FieldFaults(Map.of("assessment.appeal", text));
        Button button = new Button(getTranslation("assessment.appeal.make.send"));
        button.setDisableOnClick(true);
        button.addClickListener(click -> send(text.getValue(), faults, typing, button));
        return new Div(field, button);
    }

    private void send(String why, FieldFaults faults, KeptTyping typing, Button button) {
        faults.readable();
        try {
            OwnAppeal made = send.apply(why);
            typing.forget();
            Paragraph sent = new Paragraph(getTranslation("assessment.appeal.make.sent"));
            sent.addClassNames("c-notice");
            sent.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
            removeAll();
            add(sent, new UnreachedNote(), new AppealCard(made));
            sent.getElement().executeJs("this.focus()");
        } catch (RuleViolation violation) {
            faults.tell(violation);
            button.setEnabled(true);
        }
    }
}
