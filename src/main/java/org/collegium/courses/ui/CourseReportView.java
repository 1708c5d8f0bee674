package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.collegium.courses.CourseReference;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** The report of the import that a draft came from. */
@Route(value = CoursesNavigation.LIST + "/:course/report", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.VIEW_DRAFT)
class CourseReportView extends CourseView {

    private final transient Drafts drafts;
    private final transient FaultTexts texts;

    CourseReportView(Courses courses, Drafts drafts, FaultTexts texts, Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.texts = texts;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        Optional<Draft> draft = drafts.find(course.id());
        draft.ifPresent(found -> {
            String title = found.manifest().metadata().title();
            name(getTranslation("courses.report.title", title));
            Paragraph when = new Paragraph(
                    new Span(getTranslation("courses.draft.imported") + " "), new Moment(found.importedAt()));
            when.addClassName("c-muted");
            content()
                    .add(
                            new PageHeader(getTranslation("courses.report.heading"))
                                    .above(crumbs(new Crumb(CoursesNavigation.course(course.id()), title))),
                            when,
                            new ReportPanel(
                                    found.report(),
                                    texts,
                                    ReportWay.in(course.id(), found.manifest(), mayEdit(course))));
        });
        return draft.isPresent();
    }
}
