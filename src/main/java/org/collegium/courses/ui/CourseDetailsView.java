package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.collegium.courses.CourseDetails;
import org.collegium.courses.CourseReference;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.derived.Library;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;
import org.springframework.security.access.AccessDeniedException;

/** What a course says about itself, to be changed in the draft. */
@Route(value = CoursesNavigation.LIST + "/:course/details", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class CourseDetailsView extends CourseView {

    private final transient Drafts drafts;
    private final transient Library library;

    CourseDetailsView(Courses courses, Drafts drafts, Library library, Access access) {
        super(courses, access);
        this.drafts = drafts;
        this.library = library;
    }

    @Override
    boolean show(CourseReference course, BeforeEnterEvent event) {
        if (!mayEdit(course)) {
            throw new AccessDeniedException("The draft is another partner's");
        }
        Optional<Draft> draft = drafts.find(course.id());
        draft.ifPresent(found -> {
            String title = found.manifest().metadata().title();
            name(getTranslation("courses.details.page", title));
            DetailsForm form = new DetailsForm(
                    CourseDetails.of(found.manifest().metadata()), library.skills(), "details/" + course.id());
            Button save =
                    new Button(getTranslation("courses.details.save"), Glyph.SAVE.create(), click -> save(found, form));
            save.addThemeNames("primary");
            Div actions = new Div(save);
            actions.addClassNames("c-studio-actions", "c-studio-sticky");
            content()
                    .add(
                            new PageHeader(
                                            getTranslation("courses.details.heading"),
                                            getTranslation("courses.details.lead"))
                                    .above(crumbs(new Crumb(CoursesNavigation.course(course.id()), title))),
                            form,
                            actions);
        });
        return draft.isPresent();
    }

    private void save(Draft draft, DetailsForm form) {
        form.read().ifPresent(details -> {
            drafts.describe(draft.course().id(), draft.revision(), details);
            form.saved();
            Toasts.show(getTranslation("courses.details.saved"));
            CoursesNavigation.go(CoursesNavigation.course(draft.course().id()));
        });
    }
}
