package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** Where a course begins from a Git repository, with which it is connected from then on. */
@Route(value = CoursesNavigation.FROM_GIT, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.EDIT)
class GitCourseView extends StudioView implements BeforeEnterObserver {

    private final transient CourseRepositories repositories;
    private final transient OwnPartners own;
    private final PartnerField partner;
    private final GitPlaceFields fields = new GitPlaceFields(Optional.empty(), "git/new");
    private final Div key = new Div();

    GitCourseView(CourseRepositories repositories, OwnPartners own) {
        this.repositories = repositories;
        this.own = own;
        partner = new PartnerField(getTranslation("courses.import.partner"), own, CoursesPermissions.EDIT);
        partner.setHelperText(getTranslation("courses.import.partner.help"));
        name(getTranslation("courses.git.begin.heading"));
        Button begin = new Button(getTranslation("courses.git.begin"), Glyph.GIT_BRANCH.create(), click -> begin());
        begin.addThemeNames("primary");
        Section section = new Section(partner, fields, key, new Div(begin));
        section.addClassNames("c-surface", "c-studio-form");
        Div content = new Div(
                new PageHeader(getPageTitle(), getTranslation("courses.git.begin.lead")).above(crumbs()), section);
        content.addClassNames("c-studio", "c-column-narrow");
        add(content);
        key.setWidthFull();
        partner.addValueChangeListener(change -> show());
        fields.addressed(this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Partner> only = own.only(CoursesPermissions.EDIT);
        only.ifPresent(partner::setValue);
        partner.setVisible(only.isEmpty());
        show();
    }

    /** The key that the repository has to let in first. */
    private void show() {
        key.removeAll();
        Partner of = partner.getValue();
        if (of != null && fields.ssh()) {
            key.add(new GitKeyToCopy(repositories.keyToBeginWith(of.id())));
        }
    }

    private void begin() {
        Partner of = partner.getValue();
        partner.setInvalid(of == null);
        partner.setErrorMessage(getTranslation("courses.import.partner.missing"));
        if (of != null) {
            fields.filled(filled -> CoursesNavigation.go(CoursesNavigation.running(
                    repositories.beginCourse(of.id(), filled.place(), filled.user(), filled.token()))));
        }
    }
}
