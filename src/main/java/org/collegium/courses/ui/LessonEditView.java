package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.LessonRenderer;
import org.collegium.content.RenderedText;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseLinks;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.authoring.LessonFiles;
import org.collegium.courses.authoring.Lessons;
import org.collegium.courses.authoring.PresentAuthors;
import org.collegium.courses.authoring.ui.LessonEditor;
import org.collegium.courses.authoring.ui.LessonTemplates;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.springframework.security.access.AccessDeniedException;

/** A lesson of a draft to be written, beside what learners will read; others may write it at the same time. */
@Route(value = CoursesNavigation.LIST + "/:course/units/:unit/write", layout = MainLayout.class)
@PermitAll
@StyleSheet("styles/lesson.css")
@ViewPermission(CoursesPermissions.EDIT)
class LessonEditView extends CourseView {

    private final transient Drafts drafts;
    private final transient Lessons lessons;
    private final transient LessonFiles files;
    private final transient LessonRenderer renderer;
    private final transient PresentAuthors present;

    LessonEditView(
            Courses courses,
            Drafts drafts,
            Lessons lessons,
            LessonFiles files,
            LessonRenderer renderer,
            PresentAuthors present,
            Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.lessons = lessons;
        this.files = files;
        this.renderer = renderer;
        this.present = present;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        if (!mayEdit(course)) {
            throw new AccessDeniedException("The draft is another partner's");
        }
        Optional<Draft> draft = drafts.find(course.id());
        Optional<CourseUnit> unit = event.getRouteParameters()
                .get(UNIT)
                .flatMap(key -> draft.flatMap(found -> found.manifest().unit(key)))
                .filter(found -> CoursesNavigation.isWritten(found.kind()));
        unit.ifPresent(found -> show(draft.orElseThrow(), found));
        return unit.isPresent();
    }

    private void show(Draft draft, CourseUnit unit) {
        CourseId course = draft.course().id();
        name(getTranslation("courses.lesson.title", unit.title()));
        Locale language = Locale.forLanguageTag(draft.manifest().metadata().language());
        LessonEditor editor =
                new LessonEditor(lessons, files, new Written(course, unit.key(), draft.manifest(), language), language);
        PageHeader header = new PageHeader(unit.title())
                .above(crumbs(new Crumb(
                        CoursesNavigation.course(course),
                        draft.manifest().metadata().title())))
                .withActions(
                        templates(editor, unit),
                        button(
                                CoursesNavigation.lessonHistory(course, unit.key()),
                                getTranslation("courses.lesson.history"),
                                Glyph.HISTORY.create()),
                        button(
                                CoursesNavigation.preview(course, unit.key()),
                                getTranslation("courses.edit.preview"),
                                Glyph.EYE.create()));
        Paragraph file = new Paragraph(unit.file());
        file.addClassNames("c-muted", "c-small");
        content().addClassName("c-lesson-page");
        content()
                .add(
                        header,
                        new AuthorsHere(
                                present,
                                draft,
                                unit.key(),
                                () -> lessons.head(course, unit.key()),
                                editor::othersWrote),
                        editor,
                        file);
    }

    private Component templates(LessonEditor editor, CourseUnit unit) {
        NativeDetails menu = new NativeDetails(getTranslation("courses.lesson.templates"));
        menu.addClassName("c-drop-menu");
        Div choices = new Div();
        LessonTemplates.NAMES.forEach(template ->
                choices.add(new NativeButton(LessonTemplates.name(this, template), click -> {
                    menu.setOpen(false);
                    editor.insert(LessonTemplates.text(this, template, unit.title()));
                })));
        menu.setContent(choices);
        return menu;
    }

    /** The lesson as the editor needs it; where links lead is read again when files have come. */
    private final class Written implements LessonEditor.Work {

        private final CourseId course;
        private final String unitKey;
        private final Locale language;
        private transient CourseManifest manifest;

        Written(CourseId course, String unitKey, CourseManifest manifest, Locale language) {
            this.course = course;
            this.unitKey = unitKey;
            this.manifest = manifest;
            this.language = language;
        }

        @Override
        public CourseId course() {
            return course;
        }

        @Override
        public String unitKey() {
            return unitKey;
        }

        @Override
        public RenderedText rendered(String text) {
            String path = manifest.unit(unitKey).map(CourseUnit::file).orElse("");
            return renderer.render(
                    text,
                    new CourseLinks(
                            manifest, path, other -> Optional.of(CoursesNavigation.preview(course, other.key()))),
                    language);
        }

        @Override
        public void changed() {
            drafts.find(course).ifPresent(draft -> manifest = draft.manifest());
        }

        @Override
        public String told(RuleViolation refused) {
            return getTranslation(refused.code(), refused.arguments().toArray());
        }
    }
}
