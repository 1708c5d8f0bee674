package org.collegium.assessment.exchange.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.collegium.assessment.exchange.ExchangeCounts;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.source.ImportFault;

/** How much was carried over, and what was not: where, why, and what can be done. */
final class ExchangeReport extends Div {

    private static final int STEP = 50;

    private final transient List<ImportFault> faults;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button("", click -> more());
    private int shown;

    ExchangeReport(String sentence, ExchangeCounts counts, List<ImportFault> faults) {
        this.faults = faults;
        addClassName("c-report-file");
        add(new Paragraph(
                getTranslation(sentence, counts.found(), counts.whole(), counts.withLoss(), counts.leftOut())));
        if (!faults.isEmpty()) {
            add(list, more);
            more();
        }
    }

    private void more() {
        int end = Math.min(faults.size(), shown + STEP);
        faults.subList(shown, end).forEach(fault -> list.add(line(fault)));
        shown = end;
        int left = faults.size() - shown;
        more.setVisible(left > 0);
        more.setText(getTranslation("assessment.exchange.more", Math.min(STEP, left)));
    }

    private ListItem line(ImportFault fault) {
        Div text = new Div();
        if (!fault.file().isEmpty()) {
            Code place = new Code(fault.place().toString());
            place.addClassName("c-report-place");
            text.add(place);
        }
        Object[] arguments = fault.arguments().toArray();
        Paragraph remedy = new Paragraph(getTranslation("import." + fault.code() + ".remedy", arguments));
        remedy.addClassNames("c-muted", "c-small");
        text.add(new Paragraph(getTranslation("import." + fault.code() + ".reason", arguments)), remedy);
        Div line = new Div(badge(fault), text);
        line.addClassName("c-report-fault");
        return new ListItem(line);
    }

    private StatusBadge badge(ImportFault fault) {
        return switch (fault.severity()) {
            case ERROR -> new StatusBadge(Status.BAD, getTranslation("assessment.exchange.error"));
            case WARNING -> new StatusBadge(Status.WAITING, getTranslation("assessment.exchange.warning"));
            case NOTE -> new StatusBadge(Status.NEUTRAL, getTranslation("assessment.exchange.note"));
        };
    }
}
