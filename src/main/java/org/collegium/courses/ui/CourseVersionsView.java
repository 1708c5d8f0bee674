package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersionLink;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.ExportingCourses;
import org.collegium.courses.VersionEntry;
import org.collegium.courses.VersionHistory;
import org.collegium.courses.VersionRetirement;
import org.collegium.courses.VersionRetirements;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** The versions of a course: when they were published, what was said of them, which runs have them, what differs. */
@Route(value = CoursesNavigation.LIST + "/:course/versions", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseVersionsView extends CourseView {

    private static final int ROWS = 10;

    private final transient VersionHistory history;
    private final transient LessonRenderer renderer;
    private final transient ExportingCourses exporting;
    private final transient List<CourseVersionLink> links;
    private final transient VersionRetirements retirements;

    CourseVersionsView(
            Courses courses,
            VersionHistory history,
            LessonRenderer renderer,
            ExportingCourses exporting,
            List<CourseVersionLink> links,
            VersionRetirements retirements,
            Access access) {
        super(courses, access);
        this.history = history;
        this.renderer = renderer;
        this.exporting = exporting;
        this.links = links;
        this.retirements = retirements;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        name(getTranslation("courses.versions.title", course.title()));
        int page = PageLinks.asked(event.getLocation().getQueryParameters());
        int all = history.count(course.id());
        List<VersionEntry> shown = history.of(course.id(), new PageRequest(page * ROWS, ROWS));
        content()
                .add(new PageHeader(getTranslation("courses.versions.heading"), getTranslation("courses.versions.lead"))
                        .above(crumbs(new Crumb(CoursesNavigation.course(course.id()), course.title())))
                        .withActions(button(
                                CoursesNavigation.runs(course.id()),
                                getTranslation("courses.draft.runs"),
                                Glyph.CALENDAR.create())));
        if (shown.isEmpty()) {
            content()
                    .add(new EmptyState(
                            Illustration.BOOK,
                            getTranslation("courses.versions.empty.title"),
                            getTranslation("courses.versions.empty.text")));
            return page == 0;
        }
        Div list = new Div();
        list.addClassName("c-studio-stack");
        Map<CourseVersionId, VersionRetirement> said = retirements.ofCourse(course.id());
        shown.forEach(version -> list.add(card(course, version, Optional.ofNullable(said.get(version.id())))));
        content()
                .add(
                        list,
                        new PageLinks(
                                page,
                                ROWS,
                                all,
                                number -> CoursesNavigation.versions(course.id()) + "?page=" + (number + 1)));
        return true;
    }

    private Component card(CourseReference course, VersionEntry version, Optional<VersionRetirement> said) {
        H2 title = new H2(getTranslation("courses.draft.version", version.number()));
        Span used = new Span(
                version.runs() == 0
                        ? new StatusBadge(Status.NEUTRAL, getTranslation("courses.versions.runs", 0))
                        : new StatusBadge(Status.GOOD, getTranslation("courses.versions.runs", version.runs())));
        String by = version.by();
        Paragraph facts = new Paragraph(
                new Span(getTranslation(
                                "courses.versions.by", by == null ? getTranslation("courses.versions.platform") : by)
                        + " · "),
                new Moment(version.publishedAt()));
        facts.addClassNames("c-muted", "c-small");
        Header head = new Header(title, used);
        head.addClassName("c-version-head");
        Article card = new Article(head, facts, notes(version));
        card.addClassNames("c-surface", "c-version");
        said.ifPresent(retirement -> card.add(new VersionRetirementNotice(retirement)));
        card.add(actions(course, version, said));
        return card;
    }

    private Component notes(VersionEntry version) {
        String notes = version.notes();
        if (notes == null) {
            Paragraph none = new Paragraph(getTranslation("courses.versions.no-notes"));
            none.addClassNames("c-muted", "c-small");
            return none;
        }
        Prose prose = new Prose(renderer.render(notes, LinkResolver.none(), Locale.ROOT));
        prose.addClassName("c-version-notes");
        return prose;
    }

    private Component actions(CourseReference course, VersionEntry version, Optional<VersionRetirement> said) {
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        if (version.number() > 1) {
            actions.add(link(
                    CoursesNavigation.compare(course.id()) + "?from=" + (version.number() - 1) + "&to="
                            + version.number(),
                    getTranslation("courses.versions.compare", version.number() - 1)));
        }
        links.stream()
                .filter(link -> may(link.permission(), course))
                .forEach(link -> actions.add(
                        link(link.address().apply(course.id(), version.number()), getTranslation(link.label()))));
        if (may(CoursesPermissions.PUBLISH, course) && !version.id().equals(course.latest())) {
            actions.add(new VersionRetirementActions(course.id(), version, said, retirements));
        }
        actions.add(new CourseDownload(
                exporting,
                course.id(),
                new CourseEdition.OfVersion(version.number()),
                getTranslation("courses.export.version", version.number())));
        return actions;
    }
}
