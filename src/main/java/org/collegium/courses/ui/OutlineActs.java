package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Draft;
import org.collegium.courses.UnitSource;
import org.collegium.courses.authoring.OutlineChange;
import org.collegium.courses.authoring.OutlineStep;
import org.collegium.courses.derived.LibraryItem;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Toasts;

/** What an author does to the outline of a draft: each step is said to screen readers and can be taken back. */
final class OutlineActs {

    private static final int MOST_UNDONE = 20;

    private final OutlineDesk desk;
    private final CourseReference course;
    private final Runnable again;
    private final Span said = new Span();
    private final Deque<OutlineChange> done = new ArrayDeque<>();

    /** @param again shows the outline as it has become */
    OutlineActs(OutlineDesk desk, CourseReference course, Runnable again) {
        this.desk = desk;
        this.course = course;
        this.again = again;
        said.addClassName("c-hidden");
        said.getElement().setAttribute("role", "status");
    }

    /** Where steps are said; stays on the page while the outline is drawn anew. */
    Component said() {
        return said;
    }

    CourseId course() {
        return course.id();
    }

    /** What a unit may be made of beside what Studio itself has. */
    Map<String, UnitSource.Form> sources() {
        Map<String, UnitSource.Form> forms = new LinkedHashMap<>();
        desk.sources().forEach(source -> forms.put(source.label(), source.form(course)));
        return forms;
    }

    /** A page of the units of the library whose titles have these words. */
    List<LibraryItem> library(String words, PageRequest page) {
        return desk.library().units(words, page);
    }

    /**
     * Puts a copy of a unit of the library at the end of a section.
     *
     * @throws RuleViolation when it is refused
     */
    void takes(LibraryItem item, String section) {
        Draft draft = draft();
        String key = desk.library()
                .insert(
                        course.id(),
                        draft.revision(),
                        section,
                        item.course().course(),
                        item.unit().orElseThrow().key());
        again.run();
        String told = text("courses.outline.added", item.title());
        said.setText(told);
        Toasts.show(told);
        focus(key);
    }

    CourseManifest manifest() {
        return draft().manifest();
    }

    private Draft draft() {
        return desk.drafts().find(course.id()).orElseThrow(() -> new RuleViolation("courses.draft.none"));
    }

    /** How long a text takes to read. */
    int minutes(String text) {
        return desk.renderer().inspect(text).minutes();
    }

    /** Does a step; what it breaks is told, and the outline stays. */
    void does(OutlineStep step) {
        try {
            OutlineChange change = take(step);
            Toasts.withUndo(told(step, change), this::undo);
        } catch (RuleViolation refused) {
            told(refused);
        }
    }

    /**
     * Does a step.
     *
     * @throws RuleViolation when it is refused
     */
    OutlineChange take(OutlineStep step) {
        OutlineChange change = desk.outlines().change(course.id(), step);
        done.push(change);
        if (done.size() > MOST_UNDONE) {
            OutlineChange unused = done.removeLast();
        }
        again.run();
        said.setText(told(step, change));
        focus(change.key());
        return change;
    }

    /** A move, from which one goes on with the same key: it is said, and needs no button to take it back. */
    void moves(OutlineStep.Move step) {
        try {
            OutlineChange unused = take(step);
        } catch (RuleViolation refused) {
            told(refused);
        }
    }

    boolean undoable() {
        return !done.isEmpty();
    }

    void undo() {
        if (done.isEmpty()) {
            return;
        }
        OutlineChange last = done.pop();
        try {
            desk.outlines().undo(course.id(), last);
            again.run();
            said.setText(text("courses.outline.undone"));
            focus(last.key());
        } catch (RuleViolation refused) {
            again.run();
            told(refused);
        }
    }

    private static void told(RuleViolation refused) {
        Toasts.problem(text(refused.code(), refused.arguments().toArray()));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    private static void focus(String key) {
        UI.getCurrent().getPage().executeJs("""
                requestAnimationFrame(() => (document.querySelector(`[data-unit="${$0}"] [data-handle]`)
                    ?? document.querySelector(`[data-section="${$0}"] [data-acts]`))?.focus())
                """, key);
    }

    private String told(OutlineStep step, OutlineChange change) {
        String title = title(change.after(), change.key())
                .or(() -> title(change.before(), change.key()))
                .orElse("");
        return switch (step) {
            case OutlineStep.AddSection _, OutlineStep.AddUnit _ -> text("courses.outline.added", title);
            case OutlineStep.RenameSection _, OutlineStep.Describe _ -> text("courses.outline.changed", title);
            case OutlineStep.RemoveSection _, OutlineStep.Remove _ -> text("courses.outline.removed", title);
            case OutlineStep.MoveSection _ -> text("courses.outline.moved", title);
            case OutlineStep.Move _ -> place(change, title);
        };
    }

    private static String place(OutlineChange change, String title) {
        for (CourseSection section : change.after()) {
            List<CourseUnit> units = section.units();
            int at = IntStream.range(0, units.size())
                    .filter(i -> units.get(i).key().equals(change.key()))
                    .findFirst()
                    .orElse(-1);
            if (at >= 0) {
                return text("courses.outline.moved-to", title, at + 1, units.size(), section.title());
            }
        }
        return text("courses.outline.moved", title);
    }

    private static Optional<String> title(List<CourseSection> sections, String key) {
        return sections.stream()
                .flatMap(section -> section.units().stream().flatMap(CourseUnit::withNested))
                .filter(unit -> unit.key().equals(key))
                .map(CourseUnit::title)
                .findFirst()
                .or(() -> sections.stream()
                        .filter(section -> section.key().equals(key))
                        .map(CourseSection::title)
                        .findFirst());
    }
}
