package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StudioPage;

/** All programmes, for registrars. */
@Route(value = CredentialsNavigation.PROGRAMMES, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.PROGRAMMES)
class ProgrammesView extends StudioPage implements BeforeEnterObserver {

    private final transient Programmes programmes;
    private final transient SearchedList found;

    ProgrammesView(Programmes programmes) {
        this.programmes = programmes;
        name(getTranslation("credentials.programmes.title"));
        found = new SearchedList(CredentialsNavigation.PROGRAMMES, getTranslation("credentials.programmes.search"));
        Button begin = new Button(
                getTranslation("credentials.programmes.new"),
                click -> UI.getCurrent().navigate(CredentialsNavigation.PROGRAMMES + "/new"));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        content()
                .add(new PageHeader(getPageTitle(), getTranslation("credentials.programmes.registry.lead"))
                        .withActions(begin));
        found.parts().forEach(content()::add);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String text = found.searched(query);
        int all = programmes.countAll(text);
        found.show(
                query,
                all,
                getTranslation("credentials.programmes.count", all),
                programmes.all(text, SearchedList.page(query, all)).stream()
                        .map(this::line)
                        .toList(),
                text.isEmpty()
                        ? none("credentials.programmes.none.title", "credentials.programmes.registry.none")
                        : none("credentials.programmes.unfound.title", "credentials.programmes.unfound.text"));
    }

    private EmptyState none(String title, String text) {
        return new EmptyState(Illustration.CERTIFICATE, getTranslation(title), getTranslation(text));
    }

    private ListItem line(Programme programme) {
        StatusBadge state = new StatusBadge(
                programme.state() == Programme.State.PUBLISHED ? StatusBadge.Status.GOOD : StatusBadge.Status.NEUTRAL,
                getTranslation("credentials.programme.state." + programme.state()));
        return new ListItem(
                new Anchor(
                        "/" + CredentialsNavigation.PROGRAMMES + "/" + programme.id(),
                        programme.draft().title()),
                state);
    }
}
