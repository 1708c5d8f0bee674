package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityEditor;
import org.collegium.activity.EditedActivity;
import org.collegium.activity.EditedActivity.Onwards;
import org.collegium.content.LinkResolver;
import org.collegium.content.LinkTarget;
import org.collegium.content.Reference;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseLinks;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.DraftCheck.Unkeyed;
import org.collegium.courses.Drafts;
import org.collegium.courses.authoring.AddedFile;
import org.collegium.courses.authoring.LessonFiles;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FileReceiver;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.source.SourceFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;

/** A unit of a draft to work on, by the editor of its kind; a quiz's questions are keyed here. */
@Route(value = CoursesNavigation.LIST + "/:course/units/:unit/edit", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class UnitEditView extends CourseView {

    private final transient Drafts drafts;
    private final transient LessonFiles files;
    private final transient List<ActivityEditor> editors;
    private String seen = "";
    private transient LinkResolver links = LinkResolver.none();

    UnitEditView(
            Courses courses, Drafts drafts, LessonFiles files, ObjectProvider<ActivityEditor> editors, Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.files = files;
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
        noteState(draft, unit.key());
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
                course.toString(),
                unit.key(),
                unit.title(),
                drafts.file(course, unit.file()).orElseThrow(),
                Locale.forLanguageTag(draft.manifest().metadata().language()),
                new Links(),
                onwards(draft, unit),
                (changed, more) -> keep(course, unit.key(), changed, more),
                path -> drafts.file(course, path),
                new FileReceiver(
                        LessonFiles.LARGEST, (name, content) -> added(course, unit.key(), name, content), this::told));
        Paragraph file = new Paragraph(unit.file());
        file.addClassNames("c-muted", "c-small");
        content().add(header, file, editor.open(edited));
    }

    /** The next unit in the outline whose questions lack keys, from the end on to the beginning; else the course. */
    private Onwards onwards(Draft draft, CourseUnit unit) {
        CourseId course = draft.course().id();
        List<CourseUnit> all = draft.manifest().units();
        int here = all.indexOf(unit);
        List<Unkeyed> open = drafts.checks(course).stream()
                .filter(Unkeyed.class::isInstance)
                .map(Unkeyed.class::cast)
                .filter(check -> !check.unit().key().equals(unit.key()))
                .sorted(Comparator.comparingInt(check -> Math.floorMod(all.indexOf(check.unit()) - here, all.size())))
                .toList();
        int asked = all.stream()
                .filter(other -> !other.key().equals(unit.key()))
                .mapToInt(CourseUnit::questions)
                .sum();
        // Quizzes that draw have more questions than they ask.
        int questions =
                Math.max(asked, open.stream().mapToInt(Unkeyed::questions).sum());
        return open.isEmpty()
                ? new Onwards(
                        CoursesNavigation.course(course),
                        draft.manifest().metadata().title(),
                        0,
                        questions)
                : new Onwards(
                        CoursesNavigation.edit(course, open.getFirst().unit().key()),
                        open.getFirst().unit().title(),
                        open.stream().mapToInt(Unkeyed::questions).sum(),
                        questions);
    }

    /** What others changed elsewhere in the draft meanwhile does not stand in the way; what they changed here does. */
    private void keep(CourseId course, String unitKey, byte[] changed, List<SourceFile> more) {
        Draft now = drafts.find(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        if (!hash(now, unitKey).equals(seen)) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        drafts.replaceFile(course, now.revision(), unitKey, changed, more);
        drafts.find(course).ifPresent(draft -> noteState(draft, unitKey));
    }

    /** What others changed in this unit meanwhile still stands in the way of keeping it. */
    private FileReceiver.Added added(CourseId course, String unitKey, String name, byte[] content) {
        AddedFile added = files.add(course, unitKey, name, content);
        drafts.find(course).ifPresent(draft -> noteLinks(draft, unitKey));
        return new FileReceiver.Added(
                added.reference(), added.picture(), added.file().mediaType());
    }

    private String told(RuleViolation refused) {
        return getTranslation(refused.code(), refused.arguments().toArray());
    }

    private void noteState(Draft draft, String unitKey) {
        seen = hash(draft, unitKey);
        noteLinks(draft, unitKey);
    }

    private void noteLinks(Draft draft, String unitKey) {
        String file = draft.manifest().unit(unitKey).map(CourseUnit::file).orElse("");
        links = new CourseLinks(
                draft.manifest(),
                file,
                other -> Optional.of(CoursesNavigation.preview(draft.course().id(), other.key())));
    }

    /** Links in the draft as it was kept last: what is kept may bring files along. */
    private final class Links implements LinkResolver {

        @Override
        public Optional<LinkTarget> resolve(Reference reference) {
            return links.resolve(reference);
        }

        @Override
        public List<LinkTarget> contents() {
            return links.contents();
        }
    }

    private static String hash(Draft draft, String unitKey) {
        return draft.manifest()
                .unit(unitKey)
                .flatMap(draft.manifest()::file)
                .map(CourseFile::sha256)
                .orElse("");
    }
}
