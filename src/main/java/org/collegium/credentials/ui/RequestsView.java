package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.Missing;
import org.collegium.credentials.succession.CertificateRequest;
import org.collegium.credentials.succession.DecidingRequests;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StudioPage;
import org.collegium.shared.ui.Toasts;

/** What holders ask of registrars, the oldest first. */
@Route(value = CredentialsNavigation.REQUESTS, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.VIEW)
class RequestsView extends StudioPage implements BeforeEnterObserver {

    private static final int ROWS = 20;

    private final transient DecidingRequests deciding;
    private final boolean mayDecide;
    private final Div list = new Div();
    private int page;

    RequestsView(DecidingRequests deciding, Access access) {
        this.deciding = deciding;
        this.mayDecide = access.may(CredentialsPermissions.ISSUE);
        name(getTranslation("credentials.requests.title"));
        list.addClassName("rule-panel");
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("credentials.requests.lead"))
                                .above(crumbs(new Crumb(
                                        "/" + CredentialsNavigation.TO_ISSUE,
                                        getTranslation("credentials.entry.to-issue")))),
                        list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = PageLinks.asked(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        int all = deciding.countWaiting();
        list.removeAll();
        if (all == 0) {
            list.add(new EmptyState(
                    Illustration.TRAY,
                    getTranslation("credentials.requests.empty.title"),
                    getTranslation("credentials.requests.empty.text")));
            return;
        }
        page = PageLinks.shown(page, ROWS, all);
        deciding.waiting(new PageRequest(page * ROWS, ROWS)).forEach(request -> list.add(card(request)));
        list.add(new PageLinks(
                page, ROWS, all, number -> "/" + CredentialsNavigation.REQUESTS + "?page=" + (number + 1)));
    }

    private Article card(CertificateRequest request) {
        Article card = new Article(new H2(request.newName()
                .map(name -> getTranslation("credentials.requests.rename", request.name(), name))
                .orElseGet(() -> getTranslation("credentials.requests.renew", request.name()))));
        card.addClassNames("c-surface", "rule-part");
        card.add(new Paragraph(request.course()));
        if (!request.reason().isEmpty()) {
            card.add(new Paragraph(getTranslation("credentials.verdict.revoked.reason", request.reason())));
        }
        if (request.newName().isPresent()) {
            card.add(new Paragraph(
                    getTranslation(request.apart() ? "credentials.requests.apart" : "credentials.requests.together")));
        }
        List<Missing> missing = deciding.missing(request);
        if (!missing.isEmpty()) {
            card.add(new Paragraph(getTranslation("credentials.requests.missing") + " " + Words.missing(missing)));
        }
        Paragraph asked = new Paragraph(getTranslation("credentials.requests.asked", Words.dayText(request.askedAt())));
        asked.addClassNames("c-muted", "c-small");
        card.add(asked);
        if (mayDecide) {
            card.add(actions(request, missing.isEmpty()));
        }
        return card;
    }

    private Div actions(CertificateRequest request, boolean possible) {
        Button approve = new Button(getTranslation("credentials.requests.approve"), click -> {
            try {
                deciding.approve(request.id());
                Toasts.show(getTranslation("credentials.requests.approved"));
            } catch (RuleViolation refused) {
                Toasts.problem(
                        getTranslation(refused.code(), refused.arguments().toArray()));
            }
            show();
        });
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setEnabled(possible);
        approve.setAriaLabel(getTranslation("credentials.requests.approve-of", request.name()));
        Button decline = new Button(
                getTranslation("credentials.requests.decline"),
                click -> new DeclineDialog(deciding, request, this::show).open());
        decline.setAriaLabel(getTranslation("credentials.requests.decline-of", request.name()));
        Div actions = new Div(approve, decline);
        actions.addClassName("certificate-actions");
        return actions;
    }
}
