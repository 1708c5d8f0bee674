package org.collegium.courses.derived.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.UnitDifference;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.courses.derived.Provenance;
import org.collegium.courses.derived.ReuseNavigation;
import org.collegium.courses.derived.TakingIn;
import org.collegium.courses.derived.Upstream;
import org.collegium.courses.merging.Conflict;
import org.collegium.courses.merging.Decision;
import org.collegium.courses.merging.Where;
import org.collegium.courses.ui.CoursesNavigation;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** What is new in the course from which a draft comes: what it changes, where a person must choose, and the taking in. */
@Route(value = "studio/courses/:course/reuse/upstream", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class UpstreamView extends ReusePage {

    private static final int ROWS = 20;
    private static final int NAMED = 50;

    /** Puts the next open place before the reader; where there is none, the button that takes it in. */
    private static final String NEXT = """
        const next = this.querySelector('[data-open] h3') ?? this.querySelector('[data-take]');
        next?.focus({preventScroll: true});
        next?.scrollIntoView({block: 'start'});
        """;

    private final transient Courses courses;
    private final transient DerivedCourses derived;
    private final transient TakingIn taking;
    private final transient Access access;
    private int page;

    UpstreamView(Courses courses, DerivedCourses derived, TakingIn taking, Access access) {
        this.courses = courses;
        this.derived = derived;
        this.taking = taking;
        this.access = access;
    }

    @Override
    boolean show(CourseId id, BeforeEnterEvent event) {
        page = PageLinks.asked(event.getLocation().getQueryParameters());
        Optional<CourseReference> course = courses.find(id);
        course.ifPresent(this::show);
        return course.isPresent();
    }

    private void show(CourseReference course) {
        content().removeAll();
        String source = derived.of(course.id()).map(Provenance::title).orElse(course.title());
        name(getTranslation("courses.upstream.title", source));
        Optional<Upstream> found = taking.preview(course.id());
        Component crumbs = crumbsOf(
                course.id(),
                course.title(),
                ReuseNavigation.reuse(course.id()),
                getTranslation("courses.reuse.heading"));
        if (found.isEmpty()) {
            content()
                    .add(
                            new PageHeader(getTranslation("courses.upstream.heading", source)).above(crumbs),
                            new EmptyState(
                                    Illustration.BOOK,
                                    getTranslation("courses.upstream.nothing.title"),
                                    getTranslation("courses.upstream.nothing.text")));
            return;
        }
        Upstream upstream = found.get();
        boolean mayEdit =
                access.mayFor(CoursesPermissions.EDIT, course.partner().value());
        content()
                .add(
                        new PageHeader(
                                        getTranslation(
                                                "courses.upstream.heading",
                                                upstream.newest()
                                                        .manifest()
                                                        .metadata()
                                                        .title()),
                                        getTranslation(
                                                "courses.upstream.lead",
                                                upstream.taken().number(),
                                                upstream.newest().number()))
                                .above(crumbs),
                        changes(upstream),
                        conflicts(course, upstream, mayEdit));
        if (mayEdit) {
            content().add(take(course, upstream));
        }
    }

    private Component changes(Upstream upstream) {
        Section section = new Section(new H2(getTranslation("courses.upstream.changes")));
        section.addClassNames("c-surface", "c-studio");
        if (upstream.changes().isEmpty() && !upstream.details()) {
            section.add(new Paragraph(getTranslation("courses.upstream.changes.none")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        if (upstream.details()) {
            list.add(new ListItem(getTranslation("courses.upstream.change.details")));
        }
        upstream.changes().stream().limit(NAMED).forEach(change -> list.add(line(change)));
        if (upstream.changes().size() > NAMED) {
            list.add(new ListItem(getTranslation(
                    "courses.upstream.change.more", upstream.changes().size() - NAMED)));
        }
        section.add(list);
        return section;
    }

    private ListItem line(UnitDifference change) {
        List<String> what = new ArrayList<>();
        if (change.before().isEmpty()) {
            what.add("added");
        } else if (change.after().isEmpty()) {
            what.add("removed");
        }
        if (change.moved()) {
            what.add("moved");
        }
        if (change.content()) {
            what.add("content");
        }
        if (change.rules()) {
            what.add("rules");
        }
        String words = String.join(
                ", ",
                what.stream()
                        .map(word -> getTranslation("courses.upstream.change." + word))
                        .toList());
        Span kind = new Span(" " + words);
        kind.addClassName("c-muted");
        return new ListItem(new Span(change.unit().title()), kind);
    }

    private Component conflicts(CourseReference course, Upstream upstream, boolean mayEdit) {
        Section section = new Section(new H2(getTranslation("courses.upstream.conflicts")));
        section.addClassName("c-studio");
        List<Conflict> all = upstream.conflicts();
        if (all.isEmpty()) {
            section.add(new Paragraph(getTranslation("courses.upstream.conflicts.none")));
            return section;
        }
        Paragraph count = new Paragraph(
                getTranslation("courses.upstream.conflicts.count", upstream.open(), all.size() - upstream.open()));
        count.getElement().setAttribute("role", "status");
        section.add(count);
        if (mayEdit && upstream.open() > 1) {
            section.add(new Div(
                    rest(course, "courses.upstream.rest.ours", new Decision.Ours(), upstream.open()),
                    rest(course, "courses.upstream.rest.theirs", new Decision.Theirs(), upstream.open())));
        }
        int first = Math.min(page * ROWS, Math.max(0, (all.size() - 1) / ROWS * ROWS));
        all.stream()
                .skip(first)
                .limit(ROWS)
                .forEach(conflict -> section.add(new ConflictPanel(
                        title(upstream, conflict.where()),
                        conflict,
                        mayEdit,
                        "upstream/" + course.id(),
                        decision -> choose(course, conflict, decision))));
        section.add(new PageLinks(
                first / ROWS,
                ROWS,
                all.size(),
                number -> ReuseNavigation.upstream(course.id()) + (number == 0 ? "" : "?page=" + (number + 1))));
        return section;
    }

    private Button rest(CourseReference course, String key, Decision decision, int open) {
        Button rest = new Button(getTranslation(key, open), click -> {
            Set<String> decided = taking.decideRest(course.id(), decision);
            show(course);
            getElement().executeJs(NEXT);
            Toasts.withUndoOn(this, getTranslation("courses.upstream.rest.done", decided.size()), () -> {
                taking.undecide(course.id(), decided);
                show(course);
                getElement().executeJs(NEXT);
            });
        });
        rest.addThemeNames("tertiary");
        return rest;
    }

    private String title(Upstream upstream, Where where) {
        String thing = unit(upstream.merged(), where.unit())
                .or(() -> unit(upstream.newest().manifest(), where.unit()))
                .orElse(where.unit());
        return getTranslation(
                "courses.upstream.where." + where.kind(),
                thing.isEmpty() ? where.file() : thing,
                where.part(),
                where.file());
    }

    private static Optional<String> unit(CourseManifest course, String key) {
        return course.unit(key)
                .map(CourseUnit::title)
                .or(() -> course.sections().stream()
                        .filter(section -> section.key().equals(key))
                        .map(section -> section.title())
                        .findFirst());
    }

    private void choose(CourseReference course, Conflict conflict, Optional<Decision> decision) {
        decision.ifPresentOrElse(
                chosen -> taking.decide(course.id(), conflict.id(), chosen),
                () -> taking.undecide(course.id(), Set.of(conflict.id())));
        show(course);
        getElement().executeJs(NEXT);
    }

    private Component take(CourseReference course, Upstream upstream) {
        boolean open = upstream.open() > 0;
        Button take = new Button(
                getTranslation(open ? "courses.upstream.take.open" : "courses.upstream.take"),
                Glyph.CHECK.create(),
                click -> take(course, upstream, click.getSource()));
        take.addThemeNames("primary");
        take.setEnabled(!open);
        take.setDisableOnClick(true);
        take.getElement().setAttribute("data-take", "");
        Anchor back = button(
                CoursesNavigation.course(course.id()),
                Glyph.CHEVRON_LEFT.create(),
                getTranslation("courses.upstream.choose.cancel"));
        Div actions = new Div(back, take);
        actions.addClassNames("c-studio-actions", "c-studio-sticky");
        return actions;
    }

    private void take(CourseReference course, Upstream upstream, Button button) {
        try {
            taking.take(course.id(), upstream.revision(), upstream.newest().id());
            Toasts.show(
                    getTranslation("courses.upstream.taken", upstream.newest().number()));
            go(CoursesNavigation.course(course.id()));
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
            button.setEnabled(true);
            show(course);
        }
    }
}
