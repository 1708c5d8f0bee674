package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseState;
import org.collegium.courses.Draft;
import org.collegium.courses.ExportingCourses;
import org.collegium.courses.ImportCounts;
import org.collegium.courses.PublishedVersion;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** How far a course has come: its newest versions and its draft, each to be taken out, and the way to compare them. */
final class CourseStateLines extends Div {

    private static final int SHOWN = 5;

    CourseStateLines(
            CourseReference course, Optional<Draft> draft, List<PublishedVersion> history, ExportingCourses exporting) {
        addClassName("c-studio-stack");
        if (history.isEmpty()) {
            add(new StatusBadge(Status.NEUTRAL, getTranslation("courses.state.DRAFT")));
        } else {
            add(
                    course.state() == CourseState.RETIRED
                            ? new StatusBadge(Status.LOCKED, getTranslation("courses.state.RETIRED"))
                            : new StatusBadge(Status.GOOD, getTranslation("courses.state.PUBLISHED")));
            draft.filter(now -> course.state() == CourseState.PUBLISHED)
                    .ifPresent(now -> add(page(now.manifest().metadata().partner(), course.key())));
            history.stream().limit(SHOWN).forEach(version -> {
                Span line = new Span(
                        new Span(getTranslation("courses.draft.version", version.number()) + " · "),
                        new Moment(version.publishedAt()));
                line.addClassNames("c-muted", "c-small");
                if (version.origin() != null) {
                    line.add(new Span(" · "
                            + getTranslation(
                                    Boolean.TRUE.equals(version.originEdited())
                                            ? "courses.draft.origin.edited"
                                            : "courses.draft.origin",
                                    GitOutcomePanel.brief(version.origin().originCommit()))));
                }
                add(
                        line,
                        new CourseDownload(
                                exporting,
                                course.id(),
                                new CourseEdition.OfVersion(version.number()),
                                getTranslation("courses.export.version", version.number())));
            });
        }
        draft.ifPresent(now -> add(new CourseDownload(
                exporting, course.id(), new CourseEdition.OfDraft(), getTranslation("courses.export.draft"))));
        if (history.size() + draft.stream().count() > 1) {
            add(StudioView.link(CoursesNavigation.compare(course.id()), getTranslation("courses.compare.link")));
        }
        draft.filter(Draft::edited)
                .filter(found -> !found.report().counts().equals(ImportCounts.NONE))
                .ifPresent(edited -> {
                    Span note = new Span(getTranslation("courses.draft.edited"));
                    note.addClassNames("c-muted", "c-small");
                    add(note);
                });
    }

    /** Outside the views of Studio, so the browser goes there by itself. */
    private Anchor page(String partner, String course) {
        Anchor page = StudioView.link("/courses/" + partner + "/" + course, getTranslation("courses.draft.page"));
        page.setRouterIgnore(true);
        return page;
    }
}
