package org.collegium.enrolment.ui;

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
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.PastedLine;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroups;
import org.collegium.enrolment.RunPerson;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Brings learners into a group: addresses are pasted or chosen, then it is seen who is meant, and what could not be read. */
final class GroupMembersDialog extends Dialog {

    private final transient RunGroups groups;
    private final CourseRunId run;
    private final RunGroup group;
    private final transient IntConsumer added;
    private final TextArea addresses = new TextArea();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("enrolment.pasted", addresses, "enrolment.group", addresses));
    private final Div fields = new Div();
    private final transient KeptTyping typing;
    private final Div preview = new Div();
    private final Button add = new Button();
    private transient List<PastedLine> lines = List.of();

    /** @param added is told how many learners came in */
    GroupMembersDialog(RunGroups groups, CourseRunId run, RunGroup group, IntConsumer added) {
        this.groups = groups;
        this.run = run;
        this.group = group;
        this.added = added;
        addClassNames("c-dialog", "c-dialog-wide");
        setHeaderTitle(getTranslation("enrolment.group.members.add"));
        addresses.setLabel(getTranslation("enrolment.pasted"));
        addresses.setHelperText(getTranslation("enrolment.pasted.help"));
        addresses.addValueChangeListener(change -> outdated());
        fields.add(addresses, choice());
        fields.addClassName("c-studio-form");
        preview.addClassName("c-studio-stack");
        preview.getElement().setAttribute("role", "status");
        add(fields, preview);
        typing = new KeptTyping(fields, "group/" + run + "/" + group.id()).with("addresses", addresses);
        Button look = new Button(getTranslation("enrolment.group.members.look"), click -> look());
        add.addThemeNames("primary");
        add.addClickListener(click -> bring());
        Button cancel = new Button(getTranslation("shared.cancel"), click -> {
            typing.forget();
            close();
        });
        outdated();
        getFooter().add(cancel, look, add);
    }

    private ComboBox<RunPerson> choice() {
        ComboBox<RunPerson> choose = new ComboBox<>(getTranslation("enrolment.pasted.choose"));
        choose.setItemLabelGenerator(person -> person.name() + ", " + person.email());
        choose.setItems(query -> groups
                .others(
                        run,
                        group.id(),
                        query.getFilter().orElse(""),
                        new PageRequest(query.getOffset(), query.getLimit()))
                .stream());
        choose.addValueChangeListener(change -> {
            RunPerson person = change.getValue();
            if (person != null) {
                String before = addresses.getValue().stripTrailing();
                addresses.setValue(before + (before.isEmpty() ? "" : "\n") + person.email());
                choose.clear();
            }
        });
        return choose;
    }

    /** What was seen is not what would come in any more. */
    private void outdated() {
        lines = List.of();
        preview.removeAll();
        add.setText(getTranslation("enrolment.group.members.bring", 0));
        add.setEnabled(false);
    }

    private List<AccountId> learners() {
        return lines.stream()
                .filter(line -> line.outcome() == PastedLine.Outcome.FOUND)
                .map(line -> Objects.requireNonNull(line.person()).id())
                .toList();
    }

    private void look() {
        outdated();
        boolean readable = faults.readable();
        try {
            lines = groups.read(run, group.id(), addresses.getValue());
        } catch (RuleViolation violation) {
            faults.tell(violation);
            readable = false;
        }
        int good = learners().size();
        preview.add(new Paragraph(getTranslation("enrolment.group.members.found", good, lines.size() - good)));
        UnorderedList list = new UnorderedList();
        list.addClassName("c-plain-list");
        lines.stream().filter(line -> !line.good()).forEach(line -> list.add(item(line)));
        lines.stream().filter(PastedLine::good).forEach(line -> list.add(item(line)));
        preview.add(list);
        add.setText(getTranslation("enrolment.group.members.bring", good));
        add.setEnabled(readable && good > 0);
        if (readable) {
            preview.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        }
    }

    private ListItem item(PastedLine line) {
        RunPerson person = line.person();
        Status status = switch (line.outcome()) {
            case FOUND -> Status.GOOD;
            case REPLACES, TWICE -> Status.WAITING;
            case NOT_IN_RUN, NO_ADDRESS -> Status.BAD;
        };
        return new ListItem(
                new StatusBadge(
                        status,
                        getTranslation("enrolment.pasted." + line.outcome().name(), line.line())),
                new Span(" "),
                new Span(person == null ? line.text() : person.name() + ", " + person.email()));
    }

    private void bring() {
        List<AccountId> learners = learners();
        if (learners.isEmpty()) {
            return;
        }
        try {
            groups.add(run, group.id(), learners);
            typing.forget();
            close();
            added.accept(learners.size());
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
