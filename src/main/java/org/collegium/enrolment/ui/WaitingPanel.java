package org.collegium.enrolment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.collegium.enrolment.WaitingPlace;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;

/** Where somebody stands who waits for a place, or until when one is kept for them. */
final class WaitingPanel extends Div {

    /**
     * @param reached whether mails reach them
     * @param take joins, while a place is kept
     * @param leave leaves the line, or gives the place back
     */
    WaitingPanel(WaitingPlace place, boolean reached, Runnable take, Runnable leave) {
        addClassNames("c-surface", "enr-waiting");
        getElement().setAttribute("role", "status");
        Instant kept = place.keptUntil();
        Div actions = new Div();
        actions.addClassName("enr-actions");
        if (kept == null) {
            add(
                    Glyph.CLOCK.create(),
                    new H2(getTranslation("enrolment.waiting.number", place.number())),
                    new Paragraph(
                            getTranslation(reached ? "enrolment.waiting.text" : "enrolment.waiting.text.unconfirmed")));
            actions.add(button("enrolment.waiting.leave", leave));
        } else {
            String until = Moments.in(getLocale()).weekday(kept);
            add(
                    Glyph.CIRCLE_CHECK.create(),
                    new H2(getTranslation("enrolment.waiting.kept")),
                    new Paragraph(getTranslation("enrolment.waiting.kept.text", until)));
            Button join = button("enrolment.join.action", take);
            join.addThemeVariants(ButtonVariant.PRIMARY);
            join.setAutofocus(true);
            actions.add(join, button("enrolment.waiting.give-back", leave));
        }
        add(actions);
    }

    private Button button(String key, Runnable then) {
        Button button = new Button(getTranslation(key), click -> then.run());
        button.setDisableOnClick(true);
        return button;
    }
}
