package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.courses.ImportCounts;
import org.collegium.courses.ImportReport;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.jspecify.annotations.Nullable;

/** What an import found: how much, and every fault by file, to be narrowed by how much it weighs. */
final class ReportPanel extends Div {

    private static final int STEP = 100;

    private final transient ImportReport report;
    private final transient FaultTexts texts;
    private final transient Function<ImportFault, Optional<ReportWay>> ways;
    private final Map<Filter, NativeButton> filters = new EnumMap<>(Filter.class);
    private final Div faults = new Div();
    private Filter filter;
    private int shown = STEP;

    /** What of the report is shown. */
    private enum Filter {
        ALL,
        ERROR,
        BLOCKING,
        WARNING,
        NOTE;

        boolean admits(ImportFault fault) {
            return switch (this) {
                case ALL -> true;
                case ERROR -> fault.severity() == FaultSeverity.ERROR;
                case BLOCKING -> fault.severity() != FaultSeverity.ERROR && fault.blocksPublishing();
                case WARNING -> fault.severity() == FaultSeverity.WARNING && !fault.blocksPublishing();
                case NOTE -> fault.severity() == FaultSeverity.NOTE;
            };
        }
    }

    /** @param ways where a fault can be seen or mended */
    ReportPanel(ImportReport report, FaultTexts texts, Function<ImportFault, Optional<ReportWay>> ways) {
        this.report = report;
        this.texts = texts;
        this.ways = ways;
        addClassName("c-report");
        filter = count(Filter.ERROR) > 0 ? Filter.ERROR : Filter.ALL;
        if (report.counts().files() > 0) {
            add(counts(report.counts()));
        }
        if (report.faults().isEmpty()) {
            add(new Paragraph(getTranslation("courses.report.clean")));
        } else {
            add(chips(), faults);
            show();
        }
    }

    private Component counts(ImportCounts counts) {
        DescriptionList list = new DescriptionList();
        list.addClassName("c-report-counts");
        count(list, "units", counts.units());
        count(list, "sections", counts.sections());
        count(list, "questions", counts.activities().questions());
        count(list, "unkeyed", counts.activities().unkeyedQuestions());
        count(list, "figures", counts.activities().figures());
        count(list, "formulas", counts.activities().formulas());
        count(list, "code-cells", counts.activities().codeCells());
        count(list, "files", counts.files());
        return list;
    }

    private void count(DescriptionList list, String what, int number) {
        Div pair = new Div(
                new DescriptionList.Term(getTranslation("courses.report.count." + what)),
                new DescriptionList.Description(String.format(getLocale(), "%,d", number)));
        list.getElement().appendChild(pair.getElement());
    }

    private Component chips() {
        Div chips = new Div();
        chips.addClassName("c-chips");
        chips.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("courses.report.filter"));
        for (Filter one : Filter.values()) {
            int number = count(one);
            if (number > 0) {
                Span amount = new Span(String.format(getLocale(), "%,d", number));
                amount.addClassName("c-count");
                NativeButton chip = new NativeButton(getTranslation("courses.report.filter." + one), click -> {
                    filter = one;
                    shown = STEP;
                    show();
                });
                chip.addClassName("c-chip");
                chip.add(amount);
                filters.put(one, chip);
                chips.add(chip);
            }
        }
        return chips;
    }

    private void show() {
        filters.forEach((one, chip) -> chip.getElement().setAttribute("aria-pressed", Boolean.toString(one == filter)));
        faults.removeAll();
        List<ImportFault> admitted =
                report.faults().stream().filter(filter::admits).toList();
        Map<String, List<ImportFault>> byFile = admitted.stream()
                .limit(shown)
                .collect(Collectors.groupingBy(ImportFault::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, found) -> faults.add(group(file, found)));
        if (admitted.size() > shown) {
            NativeButton more = new NativeButton(
                    getTranslation("courses.report.more", Math.min(STEP, admitted.size() - shown)), click -> {
                        shown += STEP;
                        show();
                    });
            more.addClassName("c-button");
            faults.add(more);
        }
    }

    private Component group(String file, List<ImportFault> found) {
        H2 title = new H2(file.isEmpty() ? getTranslation("courses.report.whole") : file);
        UnorderedList list = new UnorderedList();
        found.forEach(fault -> list.add(new ListItem(line(fault))));
        Section group = new Section(title, list);
        group.addClassName("c-report-file");
        return group;
    }

    private Component line(ImportFault fault) {
        Paragraph reason = new Paragraph(texts.reason(fault, getLocale()));
        Paragraph remedy = new Paragraph(texts.remedy(fault, getLocale()));
        remedy.addClassNames("c-muted", "c-small");
        Div text = new Div(reason, remedy);
        Component place = place(fault);
        if (place != null) {
            text.addComponentAsFirst(place);
        }
        Div line = new Div(badge(fault), text);
        line.addClassName("c-report-fault");
        return line;
    }

    private @Nullable Component place(ImportFault fault) {
        Optional<ReportWay> way = ways.apply(fault);
        if (fault.line() == 0 && way.isEmpty()) {
            return null;
        }
        String words = way.filter(ReportWay::toDetails).isPresent()
                ? getTranslation("courses.report.details")
                : fault.line() == 0
                        ? getTranslation("courses.report.show")
                        : fault.column() == 0
                                ? getTranslation("courses.checks.line", fault.line())
                                : getTranslation("courses.report.line", fault.line(), fault.column());
        Component place = way.<Component>map(
                        found -> new Anchor(found.address(), new Span(words), Glyph.CHEVRON_RIGHT.create()))
                .orElseGet(() -> new Code(words));
        place.addClassName("c-report-place");
        return place;
    }

    private StatusBadge badge(ImportFault fault) {
        return switch (fault.severity()) {
            case ERROR -> new StatusBadge(Status.BAD, getTranslation("courses.report.error"));
            case WARNING ->
                fault.blocksPublishing()
                        ? new StatusBadge(Status.BAD, getTranslation("courses.report.blocking"))
                        : new StatusBadge(Status.WAITING, getTranslation("courses.report.warning"));
            case NOTE -> new StatusBadge(Status.NEUTRAL, getTranslation("courses.report.note"));
        };
    }

    private int count(Filter one) {
        return (int) report.faults().stream().filter(one::admits).count();
    }
}
