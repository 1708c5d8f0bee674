package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
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
import org.collegium.shared.ui.HtmlElement;
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
            part.add(list(section));
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

    /** The units as text: of a long course they are many, and the server keeps nothing of each. */
    private Component list(CourseSection section) {
        OrderedList list = new OrderedList();
        list.getElement().setProperty("innerHTML", units(section.units(), false).content());
        return list;
    }

    private HtmlElement units(List<CourseUnit> units, boolean nested) {
        HtmlElement list = HtmlElement.of("ol");
        for (CourseUnit unit : units) {
            HtmlElement line = line(unit);
            editor.ifPresent(tools -> line.add(tools.of(unit, nested)));
            HtmlElement item =
                    HtmlElement.of("li").with("data-unit", unit.key()).add(line);
            if (!unit.units().isEmpty()) {
                item.add(units(unit.units(), true));
            }
            list.add(item);
        }
        return list;
    }

    private HtmlElement line(CourseUnit unit) {
        HtmlElement line = HtmlElement.of("div", "c-outline-unit")
                .html(GLYPHS.getOrDefault(unit.kind(), Glyph.FILE_TEXT).html(""))
                .add(hidden(getTranslation("courses.unit.kind." + unit.kind())))
                .add(HtmlElement.of("a")
                        .with("href", CoursesNavigation.preview(course, unit.key()))
                        .add(HtmlElement.of("span").text(unit.title())))
                .add(minutes(unit));
        if (unit.sample()) {
            line.add(tag(Optional.empty(), "courses.unit.sample"));
        }
        if (!unit.required()) {
            line.add(tag(Optional.empty(), "courses.unit.optional"));
        }
        if (unit.exercise()) {
            line.add(tag(Optional.empty(), "courses.unit.exercise"));
        }
        if (unit.solutionOf() != null) {
            line.add(tag(Optional.of(Glyph.LOCK), "courses.unit.solution"));
        }
        return line.add(checks.stream()
                .filter(check -> concerns(check, unit))
                .findFirst()
                .map(this::badge));
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

    private HtmlElement badge(DraftCheck check) {
        return switch (check) {
            case Unkeyed(CourseUnit unit, int questions) ->
                StatusBadge.html(Status.WAITING, getTranslation("courses.unit.unkeyed", questions));
            case Tried(var unit, var readiness, var address) -> tried(readiness);
            case DraftCheck other
            when other.blocks() -> StatusBadge.html(Status.BAD, getTranslation("courses.unit.fault"));
            default -> StatusBadge.html(Status.NEUTRAL, getTranslation("courses.unit.warning"));
        };
    }

    private HtmlElement tried(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _ -> StatusBadge.html(Status.GOOD, getTranslation("courses.unit.tried"));
            case Readiness.Trying _ -> StatusBadge.html(Status.WAITING, getTranslation("courses.unit.trying"));
            case Readiness.Waiting _ -> StatusBadge.html(Status.WAITING, getTranslation("courses.unit.untried"));
            case Readiness.NotReady _ -> StatusBadge.html(Status.BAD, getTranslation("courses.unit.fault"));
        };
    }

    private HtmlElement minutes(CourseUnit unit) {
        return HtmlElement.of("span", "c-muted c-small c-number")
                .text(
                        unit.questions() > 0
                                ? getTranslation("courses.unit.questions", unit.questions())
                                : getTranslation("courses.unit.minutes", unit.minutes()));
    }

    private HtmlElement tag(Optional<Glyph> glyph, String key) {
        HtmlElement tag = HtmlElement.of("span", "c-tag");
        glyph.ifPresent(sign -> tag.html(sign.html("")));
        return tag.add(HtmlElement.of("span").text(getTranslation(key)));
    }

    private static HtmlElement hidden(String text) {
        return HtmlElement.of("span", "c-hidden").text(text);
    }
}
