package org.collegium.assessment.exchange.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.exchange.ExchangeCounts;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.source.ImportFault;

/** How much was carried over, and what was not: where, why, and what can be done. */
final class ExchangeReport extends Div {

    private static final int STEP = 50;

    /** Faults of items that are told of several at once; their first argument is the name of the item. */
    private static final Set<String> OF_SEVERAL =
            Set.of("exchange-part", "exchange-kind", "exchange-changed", "exchange-scoring", "exchange-markup");

    private static final int NAMED = 5;

    private final transient List<List<ImportFault>> faults;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button("", click -> more());
    private int shown;

    ExchangeReport(String sentence, ExchangeCounts counts, List<ImportFault> faults) {
        this.faults = together(faults);
        addClassName("c-report-file");
        add(new Paragraph(
                getTranslation(sentence, counts.found(), counts.whole(), counts.withLoss(), counts.leftOut())));
        if (!faults.isEmpty()) {
            add(list, more);
            more();
        }
    }

    /** What is the same in several items is told once. */
    private static List<List<ImportFault>> together(List<ImportFault> faults) {
        return List.copyOf(faults.stream()
                .collect(Collectors.groupingBy(
                        fault -> OF_SEVERAL.contains(fault.code())
                                ? List.of(
                                        fault.code(),
                                        fault.arguments()
                                                .subList(1, fault.arguments().size()))
                                : fault,
                        LinkedHashMap::new,
                        Collectors.toUnmodifiableList()))
                .values());
    }

    private void more() {
        int end = Math.min(faults.size(), shown + STEP);
        faults.subList(shown, end).forEach(same -> list.add(line(same)));
        shown = end;
        int left = faults.size() - shown;
        more.setVisible(left > 0);
        more.setText(getTranslation("assessment.exchange.more", Math.min(STEP, left)));
    }

    private ListItem line(List<ImportFault> same) {
        ImportFault fault = same.getFirst();
        Div text = new Div();
        boolean several = same.size() > 1;
        if (!several && !fault.file().isEmpty()) {
            Code place = new Code(fault.place().toString());
            place.addClassName("c-report-place");
            text.add(place);
        }
        Object[] arguments = fault.arguments().toArray();
        if (several) {
            arguments[0] = names(same);
        }
        Paragraph remedy = new Paragraph(getTranslation("import." + fault.code() + ".remedy", arguments));
        remedy.addClassNames("c-muted", "c-small");
        text.add(new Paragraph(getTranslation("import." + fault.code() + ".reason", arguments)), remedy);
        Div line = new Div(badge(fault), text);
        line.addClassName("c-report-fault");
        return new ListItem(line);
    }

    private String names(List<ImportFault> same) {
        String first = same.stream()
                .limit(NAMED)
                .map(fault -> String.valueOf(fault.arguments().getFirst()))
                .collect(Collectors.joining(", "));
        return same.size() <= NAMED
                ? first
                : getTranslation("assessment.exchange.and-more", first, same.size() - NAMED);
    }

    private StatusBadge badge(ImportFault fault) {
        return switch (fault.severity()) {
            case ERROR -> new StatusBadge(Status.BAD, getTranslation("assessment.exchange.error"));
            case WARNING -> new StatusBadge(Status.WAITING, getTranslation("assessment.exchange.warning"));
            case NOTE -> new StatusBadge(Status.NEUTRAL, getTranslation("assessment.exchange.note"));
        };
    }
}
