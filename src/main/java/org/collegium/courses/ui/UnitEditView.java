package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityEditor;
import org.collegium.activity.EditedActivity;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;

/** A unit of a draft to work on, by the editor of its kind; a quiz's questions are keyed here. */
@Route(value = CoursesNavigation.LIST + "/:course/units/:unit/edit", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class UnitEditView extends CourseView {

    private final transient Drafts drafts;
    private final transient List<ActivityEditor> editors;
    private int revision;

    UnitEditView(Courses courses, Drafts drafts, ObjectProvider<ActivityEditor> editors, Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.editors = editors.stream().toList();
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        if (!mayEdit(course)) {
            throw new AccessDeniedException("The draft is another partner's");
        }
        Optional<Draft> draft = drafts.find(course.id());
        Optional<CourseUnit> unit = event.getRouteParameters()
                .get(UNIT)
                .flatMap(key -> draft.flatMap(found -> found.manifest().unit(key)));
        Optional<ActivityEditor> editor = unit.flatMap(found ->
                editors.stream().filter(one -> one.kind().equals(found.kind())).findFirst());
        editor.ifPresent(one -> show(draft.orElseThrow(), unit.orElseThrow(), one));
        return editor.isPresent();
    }

    private void show(Draft draft, CourseUnit unit, ActivityEditor editor) {
        CourseId course = draft.course().id();
        revision = draft.revision();
        name(getTranslation("courses.edit.title", unit.title()));
        PageHeader header = new PageHeader(unit.title())
                .above(crumbs(new Crumb(
                        CoursesNavigation.course(course),
                        draft.manifest().metadata().title())))
                .withActions(button(
                        CoursesNavigation.preview(course, unit.key()),
                        getTranslation("courses.edit.preview"),
                        Glyph.EYE.create()));
        EditedActivity edited = new EditedActivity(
                unit.key(),
                unit.title(),
                drafts.file(course, unit.file()).orElseThrow(),
                Locale.forLanguageTag(draft.manifest().metadata().language()),
                changed -> keep(course, unit.key(), changed));
        Paragraph file = new Paragraph(unit.file());
        file.addClassNames("c-muted", "c-small");
        content().add(header, file, editor.open(edited));
    }

    private void keep(CourseId course, String unitKey, byte[] changed) {
        drafts.replaceFile(course, revision, unitKey, changed);
        revision = drafts.find(course).map(Draft::revision).orElse(revision);
    }
}
