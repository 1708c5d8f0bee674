package org.collegium.enrolment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.collegium.enrolment.PastedLine;
import org.collegium.enrolment.PastedLine.Outcome;
import org.collegium.enrolment.RunPerson;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.springframework.modulith.NamedInterface;

/**
 * Several learners of a run for whom something is done at once: their addresses are pasted or chosen, then it is seen who is
 * meant and what could not be read, and only then it can be done.
 */
@NamedInterface("choosing")
public final class PastedLearners {

    private final String field;
    private final String deed;
    private final Set<Outcome> meant;
    private final TextArea addresses = new TextArea();
    private final LearnerChoice choice;
    private final Div preview = new Div();
    private final Button act = new Button();
    private List<PastedLine> lines = List.of();

    /**
     * @param field the beginning of the keys of the texts of the field and of its lines
     * @param deed the key of the text of the button that does it, with the number of learners; behind it {@code .found} is for
     *     how many lines are good and how many are not
     * @param meant the lines for whose learners it is done
     */
    public PastedLearners(String field, String deed, Set<Outcome> meant, LearnerChoice.Searching learners) {
        this.field = field;
        this.deed = deed;
        this.meant = EnumSet.copyOf(meant);
        addresses.setLabel(addresses.getTranslation(field));
        addresses.setHelperText(addresses.getTranslation(field + ".help"));
        addresses.addValueChangeListener(change -> outdated());
        choice = new LearnerChoice(addresses.getTranslation(field + ".choose"), learners);
        choice.addValueChangeListener(change -> {
            RunPerson person = change.getValue();
            if (person != null) {
                String before = addresses.getValue().stripTrailing();
                addresses.setValue(before + (before.isEmpty() ? "" : "\n") + person.email());
                choice.clear();
            }
        });
        preview.addClassNames("c-studio-stack", "c-pasted");
        preview.getElement().setAttribute("role", "status");
        act.addThemeNames("primary");
        outdated();
    }

    public TextArea addresses() {
        return addresses;
    }

    public LearnerChoice choice() {
        return choice;
    }

    /** Who is meant, as it was last looked at. */
    public Div preview() {
        return preview;
    }

    /** The button that does it, which can be pressed once it was seen who is meant. */
    public Button act() {
        return act;
    }

    /** What was seen is not what would be done any more. */
    public void outdated() {
        take(List.of(), false);
        preview.removeAll();
    }

    /** For whom it is to be done, as it was last looked at. */
    public List<AccountId> learners() {
        return lines.stream()
                .filter(line -> meant.contains(line.outcome()))
                .map(line -> Objects.requireNonNull(line.person()).id())
                .toList();
    }

    /**
     * Shows who is meant; broken rules are told at the fields.
     *
     * @param rest judges what else was typed, by its exception
     */
    public void look(FieldFaults faults, Function<String, List<PastedLine>> reading, Runnable rest) {
        outdated();
        boolean readable = faults.readable();
        List<PastedLine> read = List.of();
        try {
            read = reading.apply(addresses.getValue());
            rest.run();
        } catch (RuleViolation violation) {
            faults.tell(violation);
            readable = false;
        }
        take(read, readable);
        show();
        if (readable) {
            preview.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        }
    }

    private void take(List<PastedLine> read, boolean readable) {
        lines = read;
        int count = learners().size();
        act.setText(act.getTranslation(deed, count));
        act.setEnabled(readable && count > 0);
    }

    private void show() {
        int count = learners().size();
        preview.add(new Paragraph(preview.getTranslation(deed + ".found", count, lines.size() - count)));
        UnorderedList list = new UnorderedList();
        list.addClassName("c-plain-list");
        lines.stream().filter(line -> !line.good()).forEach(line -> list.add(item(line)));
        lines.stream().filter(PastedLine::good).forEach(line -> list.add(item(line)));
        preview.add(list);
    }

    private ListItem item(PastedLine line) {
        RunPerson person = line.person();
        Status status = switch (line.outcome()) {
            case FOUND -> Status.GOOD;
            case REPLACES, TWICE -> Status.WAITING;
            case NOT_IN_RUN, NO_ADDRESS -> Status.BAD;
        };
        String told = preview.getTranslation(field + "." + line.outcome().name(), line.line());
        Span who = new Span(person == null ? line.text() : person.name() + ", " + person.email());
        return new ListItem(new StatusBadge(status, told), new Span(" "), who);
    }
}
