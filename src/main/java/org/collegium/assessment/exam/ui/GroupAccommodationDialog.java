package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.PastedLine;
import org.collegium.enrolment.RunPerson;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Gives several learners the same: addresses are pasted or chosen, then it is seen who is meant, and what could not be read. */
final class GroupAccommodationDialog extends Dialog {

    private final transient Accommodations accommodations;
    private final CourseRunId run;
    private final transient IntConsumer given;
    private final TextArea addresses = new TextArea();
    private final AccommodationFields fields;
    private final transient FieldFaults faults;
    private final transient KeptTyping typing;
    private final Div preview = new Div();
    private final Button give = new Button();
    private transient List<PastedLine> lines = List.of();

    /** @param given is told how many learners were given something */
    GroupAccommodationDialog(
            List<TimedQuiz> quizzes, Accommodations accommodations, CourseRunId run, IntConsumer given) {
        this.accommodations = accommodations;
        this.run = run;
        this.given = given;
        addClassNames("c-dialog", "c-dialog-wide");
        setHeaderTitle(getTranslation("assessment.given.group"));
        fields = new AccommodationFields(null, quizzes);
        faults = fields.faults(Map.of("enrolment.pasted", addresses));
        addresses.setLabel(getTranslation("assessment.given.pasted"));
        addresses.setHelperText(getTranslation("assessment.given.pasted.help"));
        addresses.addValueChangeListener(change -> outdated());
        fields.onQuizChanged(this::outdated);
        ComboBox<RunPerson> choose = new ComboBox<>(getTranslation("assessment.given.pasted.choose"));
        AccommodationDialog.Searching.in(choose, (text, page) -> accommodations.learners(run, text, page));
        choose.addValueChangeListener(change -> {
            RunPerson person = change.getValue();
            if (person != null) {
                String before = addresses.getValue().stripTrailing();
                addresses.setValue(before + (before.isEmpty() ? "" : "\n") + person.email());
                choose.clear();
            }
        });
        fields.addComponentAtIndex(0, addresses);
        fields.addComponentAtIndex(1, choose);
        preview.addClassName("c-studio-stack");
        preview.getElement().setAttribute("role", "status");
        add(fields, preview);
        typing = fields.kept("accommodation/" + run + "/group").with("addresses", addresses);
        Button look = new Button(getTranslation("assessment.given.group.look"), click -> look());
        give.addThemeNames("primary");
        give.addClickListener(click -> give());
        Button cancel = new Button(getTranslation("shared.cancel"), click -> {
            typing.forget();
            close();
        });
        outdated();
        getFooter().add(cancel, look, give);
    }

    /** What was seen is not what would be given any more. */
    private void outdated() {
        lines = List.of();
        preview.removeAll();
        give.setText(getTranslation("assessment.given.group.give", 0));
        give.setEnabled(false);
    }

    private List<AccountId> learners() {
        return lines.stream()
                .filter(PastedLine::good)
                .map(line -> Objects.requireNonNull(line.person()).id())
                .toList();
    }

    private void look() {
        outdated();
        boolean readable = faults.readable();
        try {
            lines = accommodations.read(run, fields.unitKey(), addresses.getValue());
            AccommodationData unused = fields.value(AccountId.next());
        } catch (RuleViolation violation) {
            faults.tell(violation);
            readable = false;
        }
        int good = learners().size();
        preview.add(new Paragraph(getTranslation("assessment.given.group.found", good, lines.size() - good)));
        UnorderedList list = new UnorderedList();
        list.addClassName("c-plain-list");
        lines.stream().filter(line -> !line.good()).forEach(line -> list.add(item(line)));
        lines.stream().filter(PastedLine::good).forEach(line -> list.add(item(line)));
        preview.add(list);
        give.setText(getTranslation("assessment.given.group.give", good));
        give.setEnabled(readable && good > 0);
        if (readable) {
            preview.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        }
    }

    private ListItem item(PastedLine line) {
        RunPerson person = line.person();
        Span who = new Span(person == null ? line.text() : person.name() + ", " + person.email());
        return new ListItem(
                new StatusBadge(
                        switch (line.outcome()) {
                            case FOUND -> Status.GOOD;
                            case REPLACES, TWICE -> Status.WAITING;
                            case NOT_IN_RUN, NO_ADDRESS -> Status.BAD;
                        },
                        getTranslation(
                                "assessment.given.pasted." + line.outcome().name(), line.line())),
                new Span(" "),
                who);
    }

    private void give() {
        List<AccountId> learners = learners();
        if (!faults.readable() || learners.isEmpty()) {
            return;
        }
        try {
            accommodations.give(run, learners.stream().map(fields::value).toList());
            typing.forget();
            close();
            given.accept(learners.size());
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
