package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityEditor;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.content.Prose;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.PlacedActivities;
import org.collegium.courses.UnitTexts;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.springframework.beans.factory.ObjectProvider;

/** A unit of a draft as learners will see it; nothing is recorded. */
@Route(value = CoursesNavigation.LIST + "/:course/units/:unit", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class UnitPreviewView extends CourseView {

    private final transient Drafts drafts;
    private final transient UnitTexts texts;
    private final transient PlacedActivities places;
    private final transient List<ActivityPlayer> players;
    private final transient List<ActivityEditor> editors;
    private final transient Access access;

    UnitPreviewView(
            Courses courses,
            Drafts drafts,
            UnitTexts texts,
            PlacedActivities places,
            ObjectProvider<ActivityPlayer> players,
            ObjectProvider<ActivityEditor> editors,
            Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.texts = texts;
        this.places = places;
        this.players = players.stream().toList();
        this.editors = editors.stream().toList();
        this.access = access;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        Optional<Draft> draft = drafts.find(course.id());
        Optional<CourseUnit> unit = event.getRouteParameters()
                .get(UNIT)
                .flatMap(key -> draft.flatMap(found -> found.manifest().unit(key)));
        unit.ifPresent(found -> show(draft.orElseThrow(), found));
        return unit.isPresent();
    }

    private void show(Draft draft, CourseUnit unit) {
        name(unit.title());
        String courseTitle = draft.manifest().metadata().title();
        PageHeader header = new PageHeader(unit.title())
                .above(crumbs(new Crumb(CoursesNavigation.course(draft.course().id()), courseTitle)));
        boolean written = CoursesNavigation.isWritten(unit.kind());
        boolean editable =
                written || editors.stream().anyMatch(editor -> editor.kind().equals(unit.kind()));
        if (editable && mayEdit(draft.course())) {
            CourseId course = draft.course().id();
            header.withActions(button(
                    written ? CoursesNavigation.write(course, unit.key()) : CoursesNavigation.edit(course, unit.key()),
                    getTranslation("courses.preview.edit"),
                    Glyph.PENCIL.create()));
        }
        Div unitContent = new Div(played(draft, unit));
        unitContent.addClassName("c-column-narrow");
        content().add(header, notice(draft, unit), unitContent, neighbours(draft, unit));
    }

    private Component notice(Draft draft, CourseUnit unit) {
        Div text = new Div(new Span(getTranslation("courses.preview.notice")));
        if (unit.solutionOf() != null) {
            String exercise = draft.manifest()
                    .unit(unit.solutionOf())
                    .map(CourseUnit::title)
                    .orElse(unit.solutionOf());
            text.add(new Paragraph(getTranslation("courses.preview.solution", exercise)));
        }
        draft.manifest().units().stream()
                .filter(other -> unit.key().equals(other.solutionOf()))
                .findFirst()
                .ifPresent(solution -> text.add(new Paragraph(
                        new Span(getTranslation("courses.preview.exercise") + " "),
                        link(CoursesNavigation.preview(draft.course().id(), solution.key()), solution.title()))));
        Div notice = new Div(Glyph.EYE.create(), text);
        notice.addClassName("c-notice");
        return notice;
    }

    private Component played(Draft draft, CourseUnit unit) {
        Locale language = Locale.forLanguageTag(draft.manifest().metadata().language());
        if (UnitTexts.isRead(unit.kind())) {
            Prose prose = new Prose(texts.text(
                    draft.manifest(),
                    unit,
                    "draft/" + draft.course().id() + "/" + draft.hash(),
                    other ->
                            Optional.of(CoursesNavigation.preview(draft.course().id(), other.key()))));
            prose.setLanguage(language);
            return prose;
        }
        return players.stream()
                .filter(player -> player.kind().equals(unit.kind()))
                .findFirst()
                .flatMap(player -> place(draft, unit).map(player::open))
                .orElseGet(() -> new EmptyState(
                        Illustration.WORKSHOP,
                        getTranslation("courses.preview.none.title"),
                        getTranslation("courses.preview.none.text")));
    }

    private Optional<ActivityPlace> place(Draft draft, CourseUnit unit) {
        return access.account().flatMap(account -> places.preview(account, draft.manifest(), unit));
    }

    private Component neighbours(Draft draft, CourseUnit unit) {
        List<CourseUnit> all = draft.manifest().units();
        int at = all.indexOf(unit);
        Div neighbours = new Div();
        neighbours.addClassName("c-page-links");
        if (at > 0) {
            CourseUnit before = all.get(at - 1);
            neighbours.add(button(address(draft, before), before.title(), Glyph.CHEVRON_LEFT.create()));
        }
        if (at + 1 < all.size()) {
            CourseUnit after = all.get(at + 1);
            neighbours.add(onwards(address(draft, after), after.title()));
        }
        return neighbours;
    }

    private static String address(Draft draft, CourseUnit unit) {
        return CoursesNavigation.preview(draft.course().id(), unit.key());
    }
}
