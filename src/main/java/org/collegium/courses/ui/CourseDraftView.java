package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.ExportingCourses;
import org.collegium.courses.ImportCounts;
import org.collegium.courses.Publishing;
import org.collegium.courses.Retirements;
import org.collegium.courses.authoring.PresentAuthors;
import org.collegium.courses.derived.DerivedCourses;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** A course in Studio: its outline, what is left to do, and the way to publish it. */
@Route(value = CoursesNavigation.LIST + "/:course", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseDraftView extends CourseView {

    private final transient Courses courses;
    private final transient Drafts drafts;
    private final transient Publishing publishing;
    private final transient Retirements retirements;
    private final transient CourseVersions versions;
    private final transient ExportingCourses exporting;
    private final transient DerivedCourses derived;
    private final transient FaultTexts texts;
    private final transient List<CourseStudioLink> links;
    private final transient OutlineDesk outlines;
    private final transient PresentAuthors present;
    private final Div said = new Div();
    private transient @Nullable OutlineActs acts;

    CourseDraftView(
            Courses courses,
            Drafts drafts,
            Publishing publishing,
            Retirements retirements,
            CourseVersions versions,
            ExportingCourses exporting,
            DerivedCourses derived,
            FaultTexts texts,
            List<CourseStudioLink> links,
            OutlineDesk outlines,
            PresentAuthors present,
            Access access) {
        super(courses, access);
        this.courses = courses;
        this.outlines = outlines;
        this.present = present;
        add(said);
        this.drafts = drafts;
        this.publishing = publishing;
        this.retirements = retirements;
        this.versions = versions;
        this.exporting = exporting;
        this.derived = derived;
        this.texts = texts;
        this.links = links;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        OutlineActs begun = outlines.begin(course, () -> again(course.id()));
        acts = begun;
        said.removeAll();
        said.add(begun.said());
        draw(course, begun);
        return true;
    }

    /** The page once more, with what has become of the draft; whoever moves units stays where they are. */
    private void again(CourseId id) {
        OutlineActs same = acts;
        if (same != null) {
            content().removeAll();
            courses.find(id).ifPresent(course -> draw(course, same));
        }
    }

    private void draw(CourseReference course, OutlineActs outline) {
        Optional<Draft> draft = drafts.find(course.id());
        String title = draft.map(found -> found.manifest().metadata().title()).orElse(course.title());
        name(title);
        content().add(header(course, draft, title));
        if (draft.isEmpty()) {
            content().add(withoutDraft(course));
        } else {
            UpstreamNews.of(course.id(), derived).ifPresent(content()::add);
            drafts.haveTried(course.id());
            if (mayEdit(course)) {
                content().add(here(draft.get()));
            }
            content()
                    .add(new DraftBoard(
                            draft.get(),
                            mayEdit(course) ? Optional.of(outline) : Optional.empty(),
                            () -> drafts.checks(course.id()),
                            checks -> new ChecksList(course.id(), checks, mayEdit(course), texts),
                            getTranslation(
                                    may(CoursesPermissions.PUBLISH, course)
                                            ? "courses.checks.title"
                                            : "courses.checks.title.reading"),
                            facts(course, draft.get())));
        }
    }

    private Component here(Draft draft) {
        CourseId course = draft.course().id();
        return new AuthorsHere(present, draft, "", () -> drafts.find(course).map(Draft::hash), () -> again(course));
    }

    private Component header(CourseReference course, Optional<Draft> draft, String title) {
        PageHeader header = new PageHeader(
                        title,
                        draft.map(found -> found.manifest().metadata().summary())
                                .filter(summary -> !summary.equals(title))
                                .orElse(""))
                .above(crumbs());
        List<Component> actions = new ArrayList<>();
        actions.add(new CourseMenu(ways(course, draft), others(course)));
        draft.ifPresent(found -> found.manifest().units().stream()
                .findFirst()
                .ifPresent(first -> actions.add(button(
                        CoursesNavigation.preview(course.id(), first.key()),
                        getTranslation("courses.draft.preview"),
                        Glyph.EYE.create()))));
        if (draft.isPresent() && may(CoursesPermissions.PUBLISH, course)) {
            actions.add(publishButton(course.id()));
        } else if (may(CoursesPermissions.RUNS, course)) {
            actions.add(button(
                    CoursesNavigation.runs(course.id()),
                    getTranslation("courses.draft.runs"),
                    Glyph.CALENDAR.create()));
        }
        return header.withActions(actions.toArray(Component[]::new));
    }

    private List<CourseMenu.Way> ways(CourseReference course, Optional<Draft> draft) {
        List<CourseMenu.Way> ways = new ArrayList<>();
        if (draft.isPresent() && mayEdit(course)) {
            ways.add(way(
                    CourseStudioLink.Part.WRITING,
                    CoursesNavigation.details(course.id()),
                    "courses.draft.details",
                    Glyph.PENCIL));
        }
        if (course.latest() != null) {
            ways.add(way(
                    CourseStudioLink.Part.RELEASING,
                    CoursesNavigation.versions(course.id()),
                    "courses.versions.heading",
                    Glyph.HISTORY));
        }
        ways.add(way(
                CourseStudioLink.Part.TEACHING,
                CoursesNavigation.runs(course.id()),
                "courses.draft.runs",
                Glyph.CALENDAR));
        return ways;
    }

    private List<CourseMenu.Way> others(CourseReference course) {
        return links.stream()
                .filter(link -> may(link.permission(), course))
                .map(link -> way(link.part(), link.address().apply(course.id()), link.label(), link.glyph()))
                .toList();
    }

    private CourseMenu.Way way(CourseStudioLink.Part part, String address, String name, Glyph glyph) {
        return new CourseMenu.Way(part, address, getTranslation(name), glyph);
    }

    private Component publishButton(CourseId course) {
        NativeButton publish = new NativeButton(
                getTranslation("courses.draft.publish"),
                click -> new PublishDialog(
                                course,
                                publishing,
                                publishing.plan(course),
                                texts,
                                () -> CoursesNavigation.go(CoursesNavigation.course(course)),
                                () -> CoursesNavigation.go(CoursesNavigation.versions(course)))
                        .open());
        publish.addComponentAsFirst(Glyph.SEND.create());
        publish.addClassNames("c-button", "c-button-primary");
        return publish;
    }

    private Component withoutDraft(CourseReference course) {
        Anchor again =
                button(CoursesNavigation.importing(), getTranslation("courses.draft.import"), Glyph.UPLOAD.create());
        Component[] actions = mayEdit(course) ? new Component[] {again} : new Component[0];
        Div all = new Div(
                new EmptyState(
                        Illustration.BOOK,
                        getTranslation("courses.draft.empty.title"),
                        getTranslation("courses.draft.empty.text"),
                        actions),
                state(course, Optional.empty()));
        all.addClassName("c-studio");
        return all;
    }

    private Component facts(CourseReference course, Draft draft) {
        Div facts = new Div();
        facts.addClassName("c-studio-facts");
        Paragraph changed =
                new Paragraph(new Span(getTranslation("courses.draft.changed") + " "), new Moment(draft.changedAt()));
        Component imported = draft.report().counts().equals(ImportCounts.NONE) ? begun(draft) : imported(course, draft);
        facts.add(new H2(getTranslation("courses.draft.state")), state(course, Optional.of(draft)), changed, imported);
        if (mayEdit(course)) {
            Button discard = new Button(
                    getTranslation("courses.draft.discard"), Glyph.TRASH_2.create(), click -> discard(course, draft));
            discard.addThemeNames("tertiary", "error");
            facts.add(discard);
        }
        if (may(CoursesPermissions.PUBLISH, course)) {
            facts.add(new RetirementActions(course, courses, publishing, retirements));
        }
        return facts;
    }

    private Component begun(Draft draft) {
        return new Paragraph(new Span(getTranslation("courses.draft.begun") + " "), new Moment(draft.importedAt()));
    }

    private Component imported(CourseReference course, Draft draft) {
        return new Paragraph(
                new Span(getTranslation("courses.draft.imported") + " "),
                new Moment(draft.importedAt()),
                new Span(" · "),
                link(CoursesNavigation.report(course.id()), getTranslation("courses.draft.report")));
    }

    private Component state(CourseReference course, Optional<Draft> draft) {
        return new CourseStateLines(course, draft, versions.history(course.id()), exporting);
    }

    private void discard(CourseReference course, Draft draft) {
        List<String> consequences = course.latest() == null
                ? List.of(getTranslation("courses.discard.course"), getTranslation("courses.discard.source"))
                : List.of(getTranslation("courses.discard.draft"), getTranslation("courses.discard.source"));
        new ConfirmWithConsequences(
                        getTranslation(
                                "courses.discard.title",
                                draft.manifest().metadata().title()),
                        consequences,
                        getTranslation("courses.discard.verb"),
                        () -> {
                            boolean gone = drafts.discard(course.id(), draft.revision());
                            Toasts.show(getTranslation("courses.discard.done"));
                            CoursesNavigation.go(
                                    gone ? CoursesNavigation.list() : CoursesNavigation.course(course.id()));
                        })
                .open();
    }
}
