package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.collegium.assessment.peer.PeerExample;
import org.collegium.assessment.peer.PeerLeading;
import org.collegium.assessment.peer.PeerQuestion;
import org.collegium.assessment.peer.PeerReviewData;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** The examples on which reviewers practise: those that are there, and another one with its mark. */
final class PeerExamplesDialog extends Dialog {

    private static final int LONGEST = 90;

    private final transient PeerLeading leading;
    private final CourseRunId run;
    private final UUID task;
    private final OrderedList list = new OrderedList();
    private final TextArea text = new TextArea();
    private final TextArea reason = new TextArea();
    private final Div place = new Div();
    private final transient PeerQuestion question;
    private final transient Runnable changed;
    private final transient KeptTyping typing;
    private RubricFields rubric;
    private transient FieldFaults faults;

    PeerExamplesDialog(PeerLeading leading, CourseRunId run, PeerQuestion question, Runnable changed) {
        this.leading = leading;
        this.run = run;
        this.question = question;
        this.task = Objects.requireNonNull(question.task()).id();
        this.changed = changed;
        setHeaderTitle(getTranslation("assessment.peer.example.title"));
        addClassNames("c-dialog", "c-dialog-wide");
        text.setLabel(getTranslation("assessment.peer.example.text"));
        text.setWidthFull();
        text.setMinRows(4);
        reason.setLabel(getTranslation("assessment.peer.example.reason"));
        reason.setHelperText(getTranslation("assessment.peer.example.reason.help"));
        reason.setWidthFull();
        rubric = empty();
        faults = faults();
        place.add(rubric);
        Div fields = new Div(
                new Paragraph(getTranslation("assessment.peer.example.lead")),
                list,
                new H3(getTranslation("assessment.peer.example.another")),
                text,
                place,
                reason);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, "peer-example/" + task)
                .with("text", text)
                .with("reason", reason);
        Button save = new Button(getTranslation("assessment.peer.example.add"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.close"), click -> close()), save);
        show();
    }

    private RubricFields empty() {
        return new RubricFields(question.essay(), PeerPeoplePanel::plain, PeerReviewData.NONE, true);
    }

    private FieldFaults faults() {
        return new FieldFaults(Map.of(
                "assessment.peer.example.text", text,
                "assessment.peer.comment", reason,
                "assessment.peer.points", rubric.points()));
    }

    private void show() {
        list.removeAll();
        List<PeerExample> examples = leading.examples(run, task);
        list.setVisible(!examples.isEmpty());
        examples.forEach(example -> {
            String words = example.text().replaceAll("\\s++", " ");
            Button away = new Button(getTranslation("assessment.peer.example.remove"), click -> remove(example));
            away.setAriaLabel(getTranslation("assessment.peer.example.remove.one", example.number()));
            away.addThemeNames("tertiary");
            list.add(
                    new ListItem(new Span(words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words), away));
        });
    }

    private void remove(PeerExample example) {
        try {
            leading.removeExample(run, task, example.id());
        } catch (RuleViolation begun) {
            Toasts.problem(getTranslation(begun.code(), begun.arguments().toArray()));
        }
        show();
        changed.run();
    }

    private void save() {
        if (!faults.readable()) {
            return;
        }
        try {
            leading.addExample(
                    run, task, text.getValue(), new PeerReviewData(rubric.levels(), rubric.given(), reason.getValue()));
            typing.forget();
            text.clear();
            reason.clear();
            place.removeAll();
            rubric = empty();
            faults = faults();
            place.add(rubric);
            show();
            changed.run();
        } catch (RuleViolation violation) {
            faults.tell(violation);
            violation.all().stream()
                    .filter(each -> each.code().startsWith("assessment.peer.levels"))
                    .findFirst()
                    .ifPresent(missing -> rubric.markMissing());
        }
    }
}
