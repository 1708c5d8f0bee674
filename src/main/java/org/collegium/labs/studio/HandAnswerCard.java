package org.collegium.labs.studio;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.collegium.labs.marking.HandAnswer;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One learner's answer, and the points for it. Enter in the points gives them and goes on. */
final class HandAnswerCard extends Section {

    private final transient HandAnswer answer;
    private final transient Giving giving;
    private final transient Consumer<HandAnswerCard> done;
    private final NumberField points = new NumberField();
    private final TextArea comment = new TextArea();
    private final Span state = new Span();
    private boolean waits;
    private boolean wasWaiting;

    /** Gives points with a comment. */
    @FunctionalInterface
    interface Giving {
        void give(double points, String comment);
    }

    HandAnswerCard(HandAnswer answer, String name, Giving giving, Consumer<HandAnswerCard> done) {
        this.answer = answer;
        this.giving = giving;
        this.done = done;
        this.waits = answer.points() == null;
        addClassNames("c-surface", "lab-answer-card");
        H2 title = new H2(name);
        Pre text = new Pre(answer.text());
        text.addClassName(answer.code() ? "lab-answer-code" : "lab-answer-text");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("aria-label", getTranslation("labs.by-hand.answer", name));
        text.getElement().setAttribute("role", "region");
        points.setLabel(getTranslation("labs.by-hand.points.label", answer.maxPoints()));
        points.setMin(0);
        points.setMax(answer.maxPoints());
        points.setStep(0.5);
        points.setValueChangeMode(ValueChangeMode.EAGER);
        points.setValue(answer.points());
        points.addKeyDownListener(Key.ENTER, press -> give());
        comment.setLabel(getTranslation("labs.by-hand.comment.label"));
        comment.setMaxLength(2_000);
        comment.setValue(answer.comment());
        Button give = new Button(getTranslation("labs.by-hand.give"), click -> give());
        state.getElement().setAttribute("role", "status");
        Div fields = new Div(points, comment, give, state);
        fields.addClassName("lab-answer-fields");
        setAriaLabel(name);
        add(title, text, fields);
        tell();
    }

    boolean isOf(HandAnswer other) {
        return answer.submission().equals(other.submission());
    }

    /** Whether nobody has given points yet. */
    boolean waits() {
        return waits;
    }

    /** Whether nobody had when they were given last. */
    boolean wasWaiting() {
        return wasWaiting;
    }

    /** Puts the cursor where the points are typed. */
    void begin() {
        points.focus();
    }

    private void give() {
        Double given = points.getValue();
        if (given == null || points.isInvalid()) {
            refuse(getTranslation("labs.by-hand.points", answer.maxPoints()));
            return;
        }
        try {
            giving.give(given, comment.getValue());
        } catch (RuleViolation violation) {
            refuse(getTranslation(violation.code(), violation.arguments().toArray()));
            return;
        }
        points.setInvalid(false);
        wasWaiting = waits;
        waits = false;
        tell();
        done.accept(this);
    }

    private void refuse(String why) {
        points.setErrorMessage(why);
        points.setInvalid(true);
        points.focus();
    }

    private void tell() {
        state.removeAll();
        state.add(
                waits
                        ? new StatusBadge(Status.WAITING, getTranslation("labs.by-hand.waits"))
                        : new StatusBadge(Status.GOOD, getTranslation("labs.by-hand.given")));
    }
}
