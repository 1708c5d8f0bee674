package org.collegium.credentials.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.courses.CourseStudioPage;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.TryingRules;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StudioPage;

/** What the certificate of a course asks for, for registrars. */
@Route(value = CredentialsNavigation.RULES + "/:course", layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.PUBLISH_RULES)
class RegistryRuleView extends StudioPage implements BeforeEnterObserver {

    private final transient CourseRules rules;
    private final transient TryingRules trying;

    RegistryRuleView(CourseRules rules, TryingRules trying) {
        this.rules = rules;
        this.trying = trying;
        name(getTranslation("credentials.rule.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseRules.Seen seen =
                rules.find(CourseStudioPage.course(event.getRouteParameters())).orElseThrow(NotFoundException::new);
        String title = seen.manifest().metadata().title();
        content().removeAll();
        content()
                .add(
                        new PageHeader(
                                        getTranslation("credentials.rule.title"),
                                        title + ". " + getTranslation("credentials.rule.lead"))
                                .above(crumbs(
                                        new Crumb(
                                                "/" + CredentialsNavigation.TO_ISSUE,
                                                getTranslation("credentials.entry.to-issue")),
                                        new Crumb(
                                                "/" + CredentialsNavigation.RULES,
                                                getTranslation("credentials.rules.title")))),
                        new RulePanel(rules, trying, seen, true));
    }
}
