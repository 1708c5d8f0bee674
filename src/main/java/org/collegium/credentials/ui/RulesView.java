package org.collegium.credentials.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.courses.Courses;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StudioPage;

/** The courses of which registrars may look at what their certificates ask for. */
@Route(value = CredentialsNavigation.RULES, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.PUBLISH_RULES)
class RulesView extends StudioPage implements BeforeEnterObserver {

    private final transient Courses courses;
    private final transient SearchedList found;

    RulesView(Courses courses) {
        this.courses = courses;
        name(getTranslation("credentials.rules.title"));
        found = new SearchedList(CredentialsNavigation.RULES, getTranslation("credentials.rules.search"));
        content()
                .add(new PageHeader(getPageTitle(), getTranslation("credentials.rules.lead"))
                        .above(crumbs(new Crumb(
                                "/" + CredentialsNavigation.TO_ISSUE, getTranslation("credentials.entry.to-issue")))));
        found.parts().forEach(content()::add);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String text = found.searched(query);
        int all = courses.countPublished(text);
        found.show(
                query,
                all,
                getTranslation("credentials.rules.count", all),
                courses.published(text, SearchedList.page(query, all)).stream()
                        .map(course -> new ListItem(
                                new Anchor("/" + CredentialsNavigation.RULES + "/" + course.id(), course.title())))
                        .toList(),
                new EmptyState(
                        Illustration.CERTIFICATE,
                        getTranslation("credentials.rules.empty.title"),
                        getTranslation("credentials.rules.empty.text")));
    }
}
