package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.collegium.assessment.form.FormFaults.Said;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;

/** What is wrong in a question or a quiz, each with its line, to which a button leads. */
public final class FaultLines extends Div {

    private static final int MOST = 50;

    private final transient Messages messages;
    private final transient @Nullable BiConsumer<Integer, Integer> go;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph summary = new Paragraph();
    private transient Function<ImportFault, Optional<String>> leads = fault -> Optional.empty();
    private transient Function<ImportFault, Optional<Said>> words = fault -> Optional.empty();

    /** Of a form, in which there are no lines to lead to. */
    public static FaultLines ofForm(Messages messages) {
        return new FaultLines(null, messages);
    }

    /** @param go leads to a line and column */
    public FaultLines(Messages messages, BiConsumer<Integer, Integer> go) {
        this(go, messages);
    }

    private FaultLines(@Nullable BiConsumer<Integer, Integer> go, Messages messages) {
        this.messages = messages;
        this.go = go;
        addClassName("c-bank-faults");
        summary.getElement().setAttribute("role", "status");
        summary.addClassName("c-small");
        add(summary, list);
    }

    /**
     * What is said of those that are about a field which is shown, or can be.
     *
     * @param leads says where a button leads; empty for one that leads to a line
     * @param words what is wrong in the words of the form; empty for those of the text
     */
    public void inForm(Function<ImportFault, Optional<String>> leads, Function<ImportFault, Optional<Said>> words) {
        this.leads = leads;
        this.words = words;
    }

    /** What is wrong, in the words that are shown. */
    public String reason(ImportFault fault) {
        return words.apply(fault).map(Said::reason).orElseGet(() -> text(fault, "reason", fault.reason()));
    }

    private String remedy(ImportFault fault) {
        return words.apply(fault).map(Said::remedy).orElseGet(() -> text(fault, "remedy", fault.remedy()));
    }

    public void show(List<ImportFault> faults) {
        list.removeAll();
        faults.stream().limit(MOST).forEach(fault -> list.add(line(fault)));
        list.setVisible(!faults.isEmpty());
        long errors = faults.stream()
                .filter(fault -> fault.severity() == FaultSeverity.ERROR)
                .count();
        summary.setText(getTranslation("assessment.bank.faults", errors, faults.size() - errors));
    }

    private ListItem line(ImportFault fault) {
        Paragraph reason = new Paragraph(reason(fault));
        Paragraph remedy = new Paragraph(remedy(fault));
        remedy.addClassNames("c-muted", "c-small");
        Div words = new Div(reason, remedy);
        Div head = new Div(badge(fault));
        head.addClassName("c-studio-actions");
        BiConsumer<Integer, Integer> leader = go;
        if (leader == null) {
            return new ListItem(head, words);
        }
        if (fault.line() > 0) {
            Button place = new Button(
                    leads.apply(fault)
                            .orElseGet(() ->
                                    getTranslation("assessment.bank.line", fault.line(), Math.max(1, fault.column()))),
                    click -> leader.accept(fault.line(), fault.column()));
            place.addThemeNames("tertiary", "small");
            head.add(place);
        } else {
            head.add(new Span(getTranslation("assessment.bank.line.none")));
        }
        return new ListItem(head, words);
    }

    private StatusBadge badge(ImportFault fault) {
        return switch (fault.severity()) {
            case ERROR -> new StatusBadge(Status.BAD, getTranslation("assessment.bank.fault.error"));
            case WARNING -> new StatusBadge(Status.WAITING, getTranslation("assessment.bank.fault.warning"));
            case NOTE -> new StatusBadge(Status.NEUTRAL, getTranslation("assessment.bank.fault.note"));
        };
    }

    private String text(ImportFault fault, String part, String english) {
        String key = "import." + fault.code() + "." + part;
        return messages.knows(key)
                ? Objects.requireNonNullElse(
                        messages.getMessage(key, fault.arguments().toArray(), english, getLocale()), english)
                : english;
    }
}
