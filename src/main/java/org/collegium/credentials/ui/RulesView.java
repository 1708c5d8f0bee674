package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
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
import org.collegium.courses.Courses;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StudioPage;
import org.springframework.web.util.UriUtils;

/** The courses of which registrars may look at what their certificates ask for. */
@Route(value = CredentialsNavigation.RULES, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.PUBLISH_RULES)
class RulesView extends StudioPage implements BeforeEnterObserver {

    private static final int ROWS = 50;

    private final transient Courses courses;
    private final TextField search = new TextField();
    private final Paragraph count = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Div pages = new Div();

    RulesView(Courses courses) {
        this.courses = courses;
        name(getTranslation("credentials.rules.title"));
        search.setLabel(getTranslation("credentials.rules.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                CredentialsNavigation.RULES,
                                search.isEmpty()
                                        ? QueryParameters.empty()
                                        : QueryParameters.simple(Map.of("q", search.getValue())));
            }
        });
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        list.addClassName("rule-courses");
        Div filters = new Div(search);
        filters.addClassName("c-filters");
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("credentials.rules.lead"))
                                .above(crumbs(new Crumb(
                                        "/" + CredentialsNavigation.TO_ISSUE,
                                        getTranslation("credentials.entry.to-issue")))),
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
        int all = courses.countPublished(text);
        int page = PageLinks.asked(query);
        count.setText(getTranslation("credentials.rules.count", all));
        list.removeAll();
        courses.published(text, new PageRequest(page * ROWS, ROWS))
                .forEach(course -> list.add(new ListItem(
                        new Anchor("/" + CredentialsNavigation.RULES + "/" + course.id(), course.title()))));
        pages.removeAll();
        pages.add(
                all == 0
                        ? new EmptyState(
                                Illustration.CERTIFICATE,
                                getTranslation("credentials.rules.empty.title"),
                                getTranslation("credentials.rules.empty.text"))
                        : new PageLinks(
                                page,
                                ROWS,
                                all,
                                number -> "/" + CredentialsNavigation.RULES + "?q="
                                        + UriUtils.encode(text, StandardCharsets.UTF_8) + "&page=" + number));
    }
}
