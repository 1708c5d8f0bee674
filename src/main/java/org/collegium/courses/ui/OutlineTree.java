package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.activity.Readiness;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Draft;
import org.collegium.courses.DraftCheck;
import org.collegium.courses.DraftCheck.Found;
import org.collegium.courses.DraftCheck.Reported;
import org.collegium.courses.DraftCheck.Tried;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** The whole course on one page: sections, units, and how each unit stands. */
final class OutlineTree extends Div {

    private static final Map<String, Glyph> GLYPHS = Map.of(
            "lesson", Glyph.FILE_TEXT,
            "notebook", Glyph.NOTEBOOK_TEXT,
            "lab", Glyph.FLASK_CONICAL,
            "quiz", Glyph.LIST_CHECKS);

    private final transient CourseId course;
    private final transient List<DraftCheck> checks;
    private final transient Optional<OutlineEditor> editor;

    /** @param editor adds what changes the outline; empty for those who only look */
    OutlineTree(Draft draft, List<DraftCheck> checks, Optional<OutlineEditor> editor) {
        this.course = draft.course().id();
        this.editor = editor;
        this.checks = checks;
        addClassName("c-outline");
        for (CourseSection section : draft.manifest().sections()) {
            Section part = new Section(heading(section));
            part.getElement().setAttribute("data-section", section.key());
            if (section.summary() != null) {
                Paragraph summary = new Paragraph(section.summary());
                summary.addClassNames("c-muted", "c-small");
                part.add(summary);
            }
            part.add(units(section.units(), false));
            editor.ifPresent(tools -> part.add(tools.adding(section)));
            add(part);
        }
    }

    private Component heading(CourseSection section) {
        H3 title = new H3(section.title());
        return editor.<Component>map(tools -> {
                    Div heading = new Div(title, tools.of(section));
                    heading.addClassName("c-outline-section");
                    return heading;
                })
                .orElse(title);
    }

    private Component units(List<CourseUnit> units, boolean nested) {
        OrderedList list = new OrderedList();
        for (CourseUnit unit : units) {
            Div line = line(unit);
            editor.ifPresent(tools -> line.add(tools.of(unit, nested)));
            ListItem item = new ListItem(line);
            item.getElement().setAttribute("data-unit", unit.key());
            if (!unit.units().isEmpty()) {
                item.add(units(unit.units(), true));
            }
            list.add(item);
        }
        return list;
    }

    private Div line(CourseUnit unit) {
        Div line = new Div(
                GLYPHS.getOrDefault(unit.kind(), Glyph.FILE_TEXT).create(),
                hidden(getTranslation("courses.unit.kind." + unit.kind())),
                StudioView.link(CoursesNavigation.preview(course, unit.key()), unit.title()),
                minutes(unit));
        line.addClassName("c-outline-unit");
        if (unit.sample()) {
            line.add(tag("courses.unit.sample"));
        }
        if (!unit.required()) {
            line.add(tag("courses.unit.optional"));
        }
        if (unit.exercise()) {
            line.add(tag("courses.unit.exercise"));
        }
        if (unit.solutionOf() != null) {
            Span solution = tag("courses.unit.solution");
            solution.addComponentAsFirst(Glyph.LOCK.create());
            line.add(solution);
        }
        checks.stream().filter(check -> concerns(check, unit)).findFirst().ifPresent(check -> line.add(badge(check)));
        return line;
    }

    private static boolean concerns(DraftCheck check, CourseUnit unit) {
        return switch (check) {
            case DraftCheck.Details details -> false;
            case Unkeyed(CourseUnit found, int questions) -> found.key().equals(unit.key());
            case Tried(var found, var readiness, var address) -> found.key().equals(unit.key());
            case Found(var finding, var found) ->
                check.severity() != Severity.NOTE
                        && found.filter(other -> other.key().equals(unit.key())).isPresent();
            case Reported(var fault, var found) ->
                found.filter(other -> other.key().equals(unit.key())).isPresent();
        };
    }

    private StatusBadge badge(DraftCheck check) {
        return switch (check) {
            case Unkeyed(CourseUnit unit, int questions) ->
                new StatusBadge(Status.WAITING, getTranslation("courses.unit.unkeyed", questions));
            case Tried(var unit, var readiness, var address) -> tried(readiness);
            case DraftCheck other
            when other.blocks() -> new StatusBadge(Status.BAD, getTranslation("courses.unit.fault"));
            default -> new StatusBadge(Status.NEUTRAL, getTranslation("courses.unit.warning"));
        };
    }

    private StatusBadge tried(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _ -> new StatusBadge(Status.GOOD, getTranslation("courses.unit.tried"));
            case Readiness.Trying _ -> new StatusBadge(Status.WAITING, getTranslation("courses.unit.trying"));
            case Readiness.Waiting _ -> new StatusBadge(Status.WAITING, getTranslation("courses.unit.untried"));
            case Readiness.NotReady _ -> new StatusBadge(Status.BAD, getTranslation("courses.unit.fault"));
        };
    }

    private Span minutes(CourseUnit unit) {
        Span minutes = new Span(
                unit.questions() > 0
                        ? getTranslation("courses.unit.questions", unit.questions())
                        : getTranslation("courses.unit.minutes", unit.minutes()));
        minutes.addClassNames("c-muted", "c-small", "c-number");
        return minutes;
    }

    private Span tag(String key) {
        Span tag = new Span(new Span(getTranslation(key)));
        tag.addClassName("c-tag");
        return tag;
    }

    private static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("c-hidden");
        return span;
    }
}
