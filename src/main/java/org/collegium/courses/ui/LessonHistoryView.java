package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseLinks;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.authoring.LessonVersion;
import org.collegium.courses.authoring.LessonVersion.Kind;
import org.collegium.courses.authoring.Lessons;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** What a lesson of a draft was, who wrote it, and what differs; an earlier version can be had again. */
@Route(value = CoursesNavigation.LIST + "/:course/units/:unit/history", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class LessonHistoryView extends CourseView {

    private static final int ROWS = 20;

    private final transient Drafts drafts;
    private final transient Lessons lessons;
    private final transient LessonRenderer renderer;

    LessonHistoryView(Courses courses, Drafts drafts, Lessons lessons, LessonRenderer renderer, Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.lessons = lessons;
        this.renderer = renderer;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        Optional<Draft> draft = drafts.find(course.id());
        Optional<CourseUnit> unit = event.getRouteParameters()
                .get(UNIT)
                .flatMap(key -> draft.flatMap(found -> found.manifest().unit(key)))
                .filter(found -> CoursesNavigation.isWritten(found.kind()));
        unit.ifPresent(
                found -> show(draft.orElseThrow(), found, event.getLocation().getQueryParameters()));
        return unit.isPresent();
    }

    private void show(Draft draft, CourseUnit unit, QueryParameters query) {
        CourseId course = draft.course().id();
        name(getTranslation("courses.versions.page", unit.title()));
        boolean may = mayEdit(draft.course());
        PageHeader header = new PageHeader(getTranslation("courses.versions.heading"), unit.title())
                .above(crumbs(
                        new Crumb(
                                CoursesNavigation.course(course),
                                draft.manifest().metadata().title()),
                        new Crumb(CoursesNavigation.preview(course, unit.key()), unit.title())));
        if (may) {
            header.withActions(button(
                    CoursesNavigation.write(course, unit.key()),
                    getTranslation("courses.preview.edit"),
                    Glyph.PENCIL.create()));
        }
        content().add(header);
        int page = number(query, "page").orElse(1) - 1;
        List<LessonVersion> versions = lessons.history(course, unit.key(), new PageRequest(page * ROWS, ROWS));
        if (versions.isEmpty()) {
            content()
                    .add(new EmptyState(
                            Illustration.BOOK,
                            getTranslation("courses.versions.none.title"),
                            getTranslation("courses.versions.none.text")));
            return;
        }
        LessonVersion newer = named(versions, number(query, "to")).orElse(versions.getFirst());
        Optional<LessonVersion> older = named(versions, number(query, "from")).or(() -> before(versions, newer));
        Div columns = new Div(list(draft, unit, versions, newer, page, may), compared(draft, unit, older, newer));
        columns.addClassName("c-versions");
        content().add(columns);
        content()
                .add(new PageLinks(
                        page,
                        ROWS,
                        lessons.versions(course, unit.key()),
                        at -> CoursesNavigation.lessonHistory(course, unit.key()) + "?page=" + (at + 1)));
    }

    private Component list(
            Draft draft, CourseUnit unit, List<LessonVersion> versions, LessonVersion shown, int page, boolean may) {
        OrderedList list = new OrderedList();
        list.addClassName("c-versions-list");
        for (LessonVersion version : versions) {
            list.add(line(
                    draft,
                    unit,
                    version,
                    version.equals(shown),
                    version.equals(versions.getFirst()) && page == 0,
                    may));
        }
        return new Section(new H2(getTranslation("courses.versions.list")), list);
    }

    private ListItem line(
            Draft draft, CourseUnit unit, LessonVersion version, boolean shown, boolean latest, boolean may) {
        CourseId course = draft.course().id();
        Anchor look =
                link(CoursesNavigation.lessonHistory(course, unit.key()) + "?to=" + version.number(), time(version));
        if (shown) {
            look.getElement().setAttribute("aria-current", "true");
        }
        Span how = new Span(
                version.author().isEmpty() ? kind(version.kind()) : version.author() + " · " + kind(version.kind()));
        how.addClassNames("c-muted", "c-small");
        ListItem item = new ListItem(look, how);
        if (may && !latest) {
            Button again = new Button(
                    getTranslation("courses.versions.restore"),
                    Glyph.HISTORY.create(),
                    click -> restore(course, unit, version.number()));
            again.addThemeNames("tertiary", "small");
            again.setAriaLabel(getTranslation("courses.versions.restore-of", time(version)));
            item.add(again);
        }
        return item;
    }

    private void restore(CourseId course, CourseUnit unit, int number) {
        int before = lessons.restore(course, unit.key(), number);
        CoursesNavigation.go(CoursesNavigation.lessonHistory(course, unit.key()));
        Toasts.withUndo(getTranslation("courses.versions.restored"), () -> {
            int unused = lessons.restore(course, unit.key(), before);
            CoursesNavigation.go(CoursesNavigation.lessonHistory(course, unit.key()));
        });
    }

    private Component compared(Draft draft, CourseUnit unit, Optional<LessonVersion> older, LessonVersion newer) {
        String key = unit.key();
        CourseId course = draft.course().id();
        Locale language = Locale.forLanguageTag(draft.manifest().metadata().language());
        CourseLinks links = links(draft.manifest(), unit);
        Optional<String> before = older.flatMap(version -> lessons.text(course, key, version.number()));
        Optional<String> after = lessons.text(course, key, newer.number());
        SideBySide beside = new SideBySide(older.map(this::named).orElse(""), named(newer));
        beside.read(
                before.map(text -> renderer.render(text, links, language)),
                after.map(text -> renderer.render(text, links, language)),
                language);
        if (beside.isSame() && before.isPresent() && !before.equals(after)) {
            beside = new SideBySide(older.map(this::named).orElse(""), named(newer));
            beside.written(before.map(LessonHistoryView::lines), after.map(LessonHistoryView::lines));
        }
        beside.add(new H2(getTranslation("courses.versions.differs")), beside.tools(), beside.sides());
        return beside;
    }

    /** What readers do not see, such as the first heading, differs too. */
    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    /** Several may be of one minute. */
    private String named(LessonVersion version) {
        return version.author().isEmpty() ? time(version) : time(version) + " · " + version.author();
    }

    private static CourseLinks links(CourseManifest manifest, CourseUnit unit) {
        return new CourseLinks(manifest, unit.file(), other -> Optional.empty());
    }

    private String kind(Kind kind) {
        return getTranslation("courses.versions.kind." + kind.name());
    }

    private String time(LessonVersion version) {
        return Moments.in(getLocale()).minute(version.at());
    }

    private static Optional<LessonVersion> named(List<LessonVersion> versions, Optional<Integer> number) {
        return versions.stream()
                .filter(version ->
                        number.filter(wanted -> wanted == version.number()).isPresent())
                .findFirst();
    }

    private static Optional<LessonVersion> before(List<LessonVersion> versions, LessonVersion newer) {
        int at = versions.indexOf(newer);
        return at + 1 < versions.size() ? Optional.of(versions.get(at + 1)) : Optional.empty();
    }

    private static Optional<Integer> number(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .map(Integer::parseInt);
    }
}
