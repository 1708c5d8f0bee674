package org.collegium.credentials.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseStudioPage;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.TryingRules;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** What the certificate of a course asks for, for its authors. */
@Route(value = CredentialsNavigation.COURSE_RULE, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.RULES)
class CourseRuleView extends CourseStudioPage implements BeforeEnterObserver {

    private final transient CourseRules rules;
    private final transient TryingRules trying;
    private final transient Access access;

    CourseRuleView(CourseRules rules, TryingRules trying, Access access) {
        this.rules = rules;
        this.trying = trying;
        this.access = access;
        name(getTranslation("credentials.rule.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseId id = course(event.getRouteParameters());
        CourseRules.Seen seen = rules.find(id).orElseThrow(NotFoundException::new);
        content().removeAll();
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("credentials.rule.lead"))
                                .above(crumbs(
                                        new Crumb("/studio/courses", getTranslation("courses.list.title")),
                                        new Crumb(
                                                "/studio/courses/" + id,
                                                seen.manifest().metadata().title()))),
                        new RulePanel(rules, trying, seen, access.may(CredentialsPermissions.PUBLISH_RULES)));
    }
}
