package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.collegium.assessment.peer.PeerPaper;
import org.collegium.assessment.peer.PeerReviewData;
import org.collegium.assessment.peer.PeerReviewKind;
import org.collegium.assessment.ui.WrittenText;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Moments;
import org.jspecify.annotations.Nullable;

/** An answer with the fields to review it; each change is kept at once, and what is typed in the browser before that. */
final class PeerPaperForm extends Div {

    private final transient PeerPaper paper;
    private final RubricFields rubric;
    private final TextArea comment = new TextArea();
    private final Paragraph state = new Paragraph();
    private final H2 heading;
    private final transient FieldFaults faults;
    private final transient Consumer<PeerReviewData> save;
    private final transient Consumer<PeerReviewData> give;
    private final transient Clock clock;
    private transient @Nullable KeptTyping typing;

    PeerPaperForm(
            PeerPaper paper,
            String title,
            Function<String, Component> prose,
            Consumer<PeerReviewData> save,
            Consumer<PeerReviewData> give,
            Runnable back,
            Clock clock) {
        this.paper = paper;
        this.save = save;
        this.give = give;
        this.clock = clock;
        addClassName("peer-paper");
        heading = new H2(title);
        heading.getElement().setAttribute("tabindex", "-1");
        Div asked = new Div(prose.apply(paper.essay().stem()));
        asked.addClassName("peer-asked");
        add(heading, asked, new H3(getTranslation("assessment.peer.answer")), new WrittenText(paper.text()));
        rubric = new RubricFields(paper.essay(), prose, paper.said(), paper.open());
        comment.setLabel(getTranslation(
                paper.review().kind() == PeerReviewKind.SELF
                        ? "assessment.peer.comment.own"
                        : "assessment.peer.comment"));
        comment.setHelperText(getTranslation("assessment.peer.comment.help"));
        comment.setValueChangeMode(ValueChangeMode.LAZY);
        comment.setWidthFull();
        comment.setMinRows(4);
        comment.setValue(paper.said().comment());
        comment.setReadOnly(!paper.open());
        state.addClassNames("c-muted", "c-small");
        state.getElement().setAttribute("role", "status");
        faults = new FieldFaults(Map.of("assessment.peer.comment", comment, "assessment.peer.points", rubric.points()));
        add(new H3(getTranslation("assessment.peer.yours")), rubric, comment, state);
        teacher(prose);
        add(foot(back));
        if (paper.open()) {
            typing = new KeptTyping(this, "peer-review/" + paper.review().id()).with("comment", comment);
            rubric.onChange(this::keep);
            comment.addValueChangeListener(change -> keep());
        }
    }

    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    /** On an example, what the teacher says of it is shown once it is reviewed. */
    private void teacher(Function<String, Component> prose) {
        PeerReviewData says = paper.teacher();
        if (says != null) {
            add(
                    new H3(getTranslation("assessment.peer.teacher")),
                    new RubricFields(paper.essay(), prose, says, false),
                    new WrittenText(says.comment()));
        }
    }

    private Div foot(Runnable back) {
        Button leave = new Button(getTranslation("assessment.peer.back"), click -> back.run());
        Div foot = new Div(leave);
        foot.addClassName("peer-foot");
        if (paper.open()) {
            boolean example = paper.review().kind() == PeerReviewKind.EXAMPLE;
            Button hand = new Button(
                    getTranslation(example ? "assessment.peer.compare" : "assessment.peer.give"), click -> give());
            hand.addThemeNames("primary");
            foot.add(hand);
        }
        return foot;
    }

    private void keep() {
        if (!faults.readable()) {
            return;
        }
        try {
            PeerReviewData said = said();
            if (!paper.review().given()) {
                save.accept(said);
                state.setText(
                        getTranslation("assessment.peer.saved", Moments.here().minute(clock.instant())));
                state.removeClassName("c-keys-trouble");
            }
        } catch (RuleViolation violation) {
            tell(violation);
        }
    }

    private void give() {
        if (!faults.readable()) {
            return;
        }
        try {
            give.accept(said());
            Objects.requireNonNull(typing).forget();
        } catch (RuleViolation violation) {
            tell(violation);
        }
    }

    private void tell(RuleViolation violation) {
        faults.tell(violation);
        state.setText(getTranslation(violation.code(), violation.arguments().toArray()));
        state.addClassName("c-keys-trouble");
        violation.all().stream()
                .filter(each -> each.code().startsWith("assessment.peer.levels"))
                .findFirst()
                .ifPresent(missing -> rubric.markMissing());
    }

    private PeerReviewData said() {
        return new PeerReviewData(rubric.levels(), rubric.given(), comment.getValue());
    }
}
