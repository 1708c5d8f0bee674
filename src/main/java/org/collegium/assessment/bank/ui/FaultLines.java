package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
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
    private boolean fields;

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

    /** Whether what leads to a line leads to a field that is about it. */
    public void inForm(boolean fields) {
        this.fields = fields;
    }

    /** What is wrong, in the words that are shown. */
    public String reason(ImportFault fault) {
        return text(fault, "reason", fault.reason());
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
        Paragraph remedy = new Paragraph(text(fault, "remedy", fault.remedy()));
        remedy.addClassNames("c-muted", "c-small");
        Div words = new Div(reason, remedy);
        Div head = new Div(badge(fault));
        head.addClassName("c-studio-actions");
        BiConsumer<Integer, Integer> leads = go;
        if (leads == null) {
            return new ListItem(head, words);
        }
        if (fault.line() > 0) {
            Button place = new Button(
                    fields
                            ? getTranslation("assessment.form.go")
                            : getTranslation("assessment.bank.line", fault.line(), Math.max(1, fault.column())),
                    click -> leads.accept(fault.line(), fault.column()));
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
