package org.collegium.labs.studio;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.labs.marking.HandAnswer;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One learner's answer, and the points for it. Enter in the points gives them and goes on. */
final class HandAnswerCard extends Section {

    private static final int MOST_SUBMISSIONS = 100;

    private final transient Giving giving;
    private final transient Consumer<HandAnswerCard> done;
    private final Pre text = new Pre();
    private final Div which = new Div();
    private final Select<HandAnswer> choice = new Select<>();
    private final NumberField points = new NumberField();
    private final TextArea comment = new TextArea();
    private final Span state = new Span();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("labs.by-hand.comment", comment, "labs.by-hand", points));
    private final transient String place;
    private final transient KeptTyping typing;
    private transient HandAnswer answer;
    private boolean waits;
    private boolean wasWaiting;

    /** The answers of the learner, and points for one of them. */
    interface Giving {

        /** All that the learner answered, the latest first. */
        List<HandAnswer> all(PageRequest page);

        void give(HandAnswer answer, double points, String comment);
    }

    /** @param place where what is typed is kept: the cell of the lab in its run */
    HandAnswerCard(HandAnswer answer, String place, Giving giving, Consumer<HandAnswerCard> done) {
        this.place = place;
        this.answer = answer;
        this.giving = giving;
        this.done = done;
        this.waits = answer.points() == null;
        String name = answer.name();
        addClassNames("c-surface", "lab-answer-card");
        tellWhich();
        which.addClassName("lab-answer-which");
        Div head = new Div(new H2(name), which);
        head.addClassName("lab-answer-head");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("aria-label", getTranslation("labs.by-hand.answer", name));
        text.getElement().setAttribute("role", "region");
        points.setLabel(getTranslation("labs.by-hand.points.label", answer.maxPoints()));
        points.setMin(0);
        points.setMax(answer.maxPoints());
        points.setStep(0.5);
        points.setValueChangeMode(ValueChangeMode.EAGER);
        points.addKeyDownListener(Key.ENTER, press -> give());
        comment.setLabel(getTranslation("labs.by-hand.comment.label"));
        Button give = new Button(getTranslation("labs.by-hand.give"), click -> give());
        state.getElement().setAttribute("role", "status");
        Div fields = new Div(points, comment, give, state);
        fields.addClassName("lab-answer-fields");
        setAriaLabel(name);
        add(head, text, fields);
        show();
        typing = new KeptTyping(fields, keptAt())
                .with("points", points, Double::valueOf)
                .with("comment", comment);
    }

    /** Which submission the answer is from, and the way to others. */
    private void tellWhich() {
        which.add(new Span(getTranslation("labs.submission", answer.number())), new Times(answer.submittedAt()));
        if (answer.submissions() > 1) {
            Button others =
                    new Button(getTranslation("labs.by-hand.others", answer.submissions() - 1), click -> choose());
            others.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            others.setAriaLabel(getTranslation("labs.by-hand.others.of", answer.submissions() - 1, answer.name()));
            which.add(others);
        }
    }

    private void choose() {
        choice.setLabel(getTranslation("labs.by-hand.which"));
        choice.setItemLabelGenerator(one -> getTranslation(
                one.points() == null ? "labs.by-hand.which.open" : "labs.by-hand.which.given",
                one.number(),
                Times.said(getLocale(), one.submittedAt()),
                one.points() == null ? 0 : one.points()));
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                answer = change.getValue();
                show();
                typing.move(keptAt());
            }
        });
        which.removeAll();
        which.add(choice);
        fillChoice();
        choice.focus();
    }

    private void fillChoice() {
        List<HandAnswer> all = giving.all(new PageRequest(0, MOST_SUBMISSIONS));
        choice.setItems(all);
        all.stream().filter(this::isFrom).findFirst().ifPresent(found -> {
            answer = found;
            choice.setValue(found);
        });
    }

    private String keptAt() {
        return place + "/" + answer.submission();
    }

    private boolean isFrom(HandAnswer other) {
        return answer.submission().equals(other.submission());
    }

    private void show() {
        text.setText(answer.text());
        text.setClassName("lab-answer-code", answer.code());
        text.setClassName("lab-answer-text", !answer.code());
        points.setInvalid(false);
        points.setValue(answer.points());
        comment.setValue(answer.comment());
        tell();
    }

    boolean isOf(HandAnswer other) {
        return answer.learner().equals(other.learner());
    }

    /** Whether the learner has no points yet. */
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
        comment.setInvalid(false);
        if (given == null || points.isInvalid()) {
            faults.tell(new RuleViolation("labs.by-hand.points", answer.maxPoints()));
            return;
        }
        try {
            giving.give(answer, given, comment.getValue());
        } catch (RuleViolation violation) {
            faults.tell(violation);
            return;
        }
        typing.forget();
        points.setInvalid(false);
        wasWaiting = waits;
        waits = false;
        answer = answer.withPoints(given, comment.getValue().strip());
        if (choice.isAttached()) {
            fillChoice();
        }
        tell();
        done.accept(this);
    }

    private void tell() {
        state.removeAll();
        state.add(badge());
    }

    private StatusBadge badge() {
        if (answer.points() != null) {
            return new StatusBadge(Status.GOOD, getTranslation("labs.by-hand.given"));
        }
        return waits
                ? new StatusBadge(Status.WAITING, getTranslation("labs.by-hand.waits"))
                : new StatusBadge(Status.NEUTRAL, getTranslation("labs.by-hand.not-this"));
    }
}
