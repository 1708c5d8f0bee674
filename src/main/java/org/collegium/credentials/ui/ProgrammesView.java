package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StudioPage;
import org.springframework.web.util.UriUtils;

/** All programmes, for registrars. */
@Route(value = CredentialsNavigation.PROGRAMMES, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.PROGRAMMES)
class ProgrammesView extends StudioPage implements BeforeEnterObserver {

    private static final int ROWS = 50;

    private final transient Programmes programmes;
    private final TextField search = new TextField();
    private final Paragraph count = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Div pages = new Div();

    ProgrammesView(Programmes programmes) {
        this.programmes = programmes;
        name(getTranslation("credentials.programmes.title"));
        search.setLabel(getTranslation("credentials.programmes.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                CredentialsNavigation.PROGRAMMES,
                                search.isEmpty()
                                        ? QueryParameters.empty()
                                        : QueryParameters.simple(Map.of("q", search.getValue())));
            }
        });
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        list.addClassName("rule-courses");
        Button begin = new Button(
                getTranslation("credentials.programmes.new"),
                click -> UI.getCurrent().navigate(CredentialsNavigation.PROGRAMMES + "/new"));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("credentials.programmes.registry.lead"))
                                .withActions(begin),
                        filters,
                        count,
                        list,
                        pages);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String text = query.getSingleParameter("q").orElse("");
        search.setValue(text);
        int all = programmes.countAll(text);
        int page = PageLinks.asked(query);
        count.setText(getTranslation("credentials.programmes.count", all));
        list.removeAll();
        programmes.all(text, new PageRequest(page * ROWS, ROWS)).forEach(programme -> list.add(line(programme)));
        pages.removeAll();
        pages.add(
                all == 0
                        ? new EmptyState(
                                Illustration.CERTIFICATE,
                                getTranslation("credentials.programmes.none.title"),
                                getTranslation("credentials.programmes.registry.none"))
                        : new PageLinks(
                                page,
                                ROWS,
                                all,
                                number -> "/" + CredentialsNavigation.PROGRAMMES + "?q="
                                        + UriUtils.encode(text, StandardCharsets.UTF_8) + "&page=" + number));
    }

    private ListItem line(Programme programme) {
        Span state = new Span(" · " + getTranslation("credentials.programme.state." + programme.state()));
        state.addClassNames("c-muted", "c-small");
        return new ListItem(
                new Anchor(
                        "/" + CredentialsNavigation.PROGRAMMES + "/" + programme.id(),
                        programme.draft().title()),
                state);
    }
}
