package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.checks.Finding.Kind;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.courses.ui.CourseChecksView.CheckFilter;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Checks by unit, page by page, with the ways to narrow them. */
final class CheckTable extends Div {

    private static final int ROWS = 50;

    private final transient CourseId course;
    private final transient List<CheckLine> all;
    private final transient CheckFilter filter;
    private final boolean mayEdit;

    CheckTable(CourseId course, List<CheckLine> all, CheckFilter filter, boolean mayEdit) {
        this.course = course;
        this.all = all;
        this.filter = filter;
        this.mayEdit = mayEdit;
        addClassName("c-report");
        if (!all.isEmpty()) {
            add(severities(), kinds());
        }
        List<CheckLine> admitted = all.stream().filter(filter::admits).toList();
        if (admitted.isEmpty()) {
            add(nothing());
            return;
        }
        int page = PageLinks.shown(filter.page(), ROWS, admitted.size());
        Map<Optional<CourseUnit>, List<CheckLine>> byUnit = admitted.stream()
                .skip((long) page * ROWS)
                .limit(ROWS)
                .collect(Collectors.groupingBy(CheckLine::unit, LinkedHashMap::new, Collectors.toList()));
        byUnit.forEach((unit, lines) -> add(group(unit, lines)));
        add(new PageLinks(page, ROWS, admitted.size(), number -> address(filter.at(number))));
    }

    private Component severities() {
        Nav chips = chips("courses.checks.severity");
        int notes = count(Severity.NOTE);
        chips.add(chip(
                filter.with(null),
                filter.severity() == null,
                getTranslation("courses.checks.todo"),
                all.size() - notes));
        for (Severity severity : Severity.values()) {
            int number = count(severity);
            if (number > 0 || filter.severity() == severity) {
                chips.add(chip(
                        filter.with(severity),
                        filter.severity() == severity,
                        getTranslation("courses.checks.severity." + severity),
                        number));
            }
        }
        return chips;
    }

    private Component kinds() {
        Map<Kind, Long> numbers = all.stream()
                .filter(filter::weighs)
                .collect(
                        Collectors.groupingBy(CheckLine::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
        Nav chips = chips("courses.checks.kind");
        if (numbers.size() < 2 && filter.kind() == null) {
            chips.setVisible(false);
            return chips;
        }
        long sum = numbers.values().stream().mapToLong(Long::longValue).sum();
        chips.add(chip(filter.about(null), filter.kind() == null, getTranslation("courses.checks.kind.any"), sum));
        numbers.forEach((kind, number) -> chips.add(chip(
                filter.about(kind), filter.kind() == kind, getTranslation("courses.checks.kind." + kind), number)));
        return chips;
    }

    private Nav chips(String key) {
        Nav chips = new Nav();
        chips.addClassName("c-chips");
        chips.setAriaLabel(getTranslation(key));
        return chips;
    }

    private Component chip(CheckFilter to, boolean current, String words, long number) {
        Span amount = new Span(String.format(getLocale(), "%,d", number));
        amount.addClassName("c-count");
        Anchor chip = new Anchor(address(to), new Span(words), amount);
        chip.addClassName("c-chip");
        if (current) {
            chip.addClassName("c-chip-on");
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }

    private Component group(Optional<CourseUnit> unit, List<CheckLine> lines) {
        H2 title = new H2();
        unit.ifPresentOrElse(
                found -> title.add(StudioView.link(CoursesNavigation.preview(course, found.key()), found.title())),
                () -> title.setText(getTranslation("courses.checks.whole")));
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line(line))));
        Section group = new Section(title, list);
        group.addClassNames("c-report-file", "c-checks-unit");
        return group;
    }

    private Component line(CheckLine check) {
        Div text = new Div(new Paragraph(check.reason()));
        if (!check.remedy().isEmpty()) {
            Paragraph remedy = new Paragraph(check.remedy());
            remedy.addClassNames("c-muted", "c-small");
            text.add(remedy);
        }
        Div places = new Div();
        places.addClassName("c-studio-actions");
        if (!check.file().isEmpty()) {
            places.add(place(
                    CoursesNavigation.source(course, check.file(), check.line()),
                    check.line() > 0
                            ? getTranslation("courses.checks.line", check.line())
                            : getTranslation("courses.checks.file")));
        }
        check.mending()
                .filter(mending -> mayEdit || check.kind() == Kind.LABS)
                .ifPresent(mending -> places.add(place(mending.address(), getTranslation(mending.key()))));
        if (places.getComponentCount() > 0) {
            text.add(places);
        }
        Div line = new Div(badge(check.severity()), text);
        line.addClassName("c-report-fault");
        return line;
    }

    private static Component place(String address, String words) {
        Anchor place = new Anchor(address, new Span(words), Glyph.CHEVRON_RIGHT.create());
        place.addClassName("c-report-place");
        return place;
    }

    private StatusBadge badge(Severity severity) {
        Status status = switch (severity) {
            case BLOCKS -> Status.BAD;
            case MEND -> Status.WAITING;
            case NOTE -> Status.NEUTRAL;
        };
        return new StatusBadge(status, getTranslation("courses.checks.severity.one." + severity));
    }

    private Component nothing() {
        boolean everything = filter.severity() == null && filter.kind() == null;
        return new EmptyState(
                Illustration.BOOK,
                getTranslation("courses.checks.empty.title"),
                getTranslation(everything ? "courses.checks.empty.text" : "courses.checks.empty.filter"),
                StudioView.button(
                        CoursesNavigation.course(course),
                        getTranslation("courses.checks.empty.back"),
                        Glyph.ARROW_RIGHT.create()));
    }

    private int count(Severity severity) {
        return (int) all.stream().filter(line -> line.severity() == severity).count();
    }

    private String address(CheckFilter to) {
        return CoursesNavigation.checks(course) + to.query();
    }
}
