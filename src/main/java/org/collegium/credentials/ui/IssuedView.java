package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateFilter;
import org.collegium.credentials.CertificateFilter.Sort;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.succession.AskingForAnother;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.CardsOnPhone;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;

/** All issued certificates, with what a registrar may do with each. */
@Route(value = CredentialsNavigation.ISSUED, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.VIEW)
class IssuedView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient Certificates certificates;
    private final transient AskingForAnother asking;
    private final transient Clock clock;
    private final boolean mayIssue;
    private final boolean mayRevoke;
    private final boolean maySuspend;
    private final TextField search = new TextField();
    private final Select<Sort> sort = new Select<>();
    private final Paragraph count = new Paragraph();
    private final Grid<Certificate> grid = new Grid<>();
    private final Component none;
    private final Component nothingFits;

    IssuedView(Certificates certificates, AskingForAnother asking, Clock clock, Access access) {
        this.certificates = certificates;
        this.asking = asking;
        this.clock = clock;
        this.mayIssue = access.may(CredentialsPermissions.ISSUE);
        this.mayRevoke = access.may(CredentialsPermissions.REVOKE);
        this.maySuspend = access.may(CredentialsPermissions.SUSPEND);
        search.setLabel(getTranslation("credentials.issued.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        sort.setLabel(getTranslation("credentials.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(item -> getTranslation("credentials.sort." + item));
        sort.setValue(Sort.NEWEST);
        sort.addValueChangeListener(change -> changed(change.isFromClient()));
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        none = new EmptyState(
                Illustration.CERTIFICATE,
                getTranslation("credentials.issued.empty.title"),
                getTranslation("credentials.issued.empty.text"));
        nothingFits = new EmptyState(
                Illustration.SEARCH,
                getTranslation("credentials.issued.none.title"),
                getTranslation("credentials.issued.none.text"));
        describeGrid();
        Div filters = new Div(search, sort);
        filters.addClassName("c-filters");
        add(
                new PageHeader(getPageTitle(), getTranslation("credentials.issued.lead")),
                filters,
                count,
                grid,
                none,
                nothingFits);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credentials.issued.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        show();
    }

    private void describeGrid() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Grid.Column<Certificate> card = grid.addComponentColumn(this::card);
        grid.addComponentColumn(IssuedView::who)
                .setHeader(getTranslation("credentials.column.who"))
                .setFlexGrow(2);
        grid.addComponentColumn(IssuedView::what)
                .setHeader(getTranslation("credentials.column.what"))
                .setFlexGrow(3);
        grid.addComponentColumn(certificate -> Words.day(certificate.issuedAt()))
                .setHeader(getTranslation("credentials.column.issued"))
                .setWidth("8rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::status)
                .setHeader(getTranslation("credentials.column.status"))
                .setWidth("7.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::actions)
                .setHeader(getTranslation("credentials.column.actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        CardsOnPhone.of(grid, card);
        grid.setItems(this::fetch, query -> certificates.countIssued(filter()));
    }

    private Stream<Certificate> fetch(Query<Certificate, Void> query) {
        return certificates.issued(filter(), new PageRequest(query.getOffset(), query.getLimit())).stream();
    }

    private Component card(Certificate certificate) {
        Div card = new Div(
                who(certificate),
                what(certificate),
                Words.day(certificate.issuedAt()),
                status(certificate),
                actions(certificate));
        card.addClassName("c-card");
        return card;
    }

    private static Component who(Certificate certificate) {
        Span name = new Span(
                certificate.holderErased() ? Words.text("credentials.holder-erased") : certificate.learnerName());
        name.addClassName("c-card-name");
        Div code = new Div(certificate.code().grouped());
        code.addClassNames("verify-code", "c-small", "c-muted");
        return new Div(name, code);
    }

    private static Component what(Certificate certificate) {
        Span partner = new Span(certificate.partnerName());
        partner.addClassNames("c-muted", "c-small");
        return new Div(new Div(certificate.courseTitle()), partner);
    }

    private Component status(Certificate certificate) {
        if (certificate.valid() && certificate.expiredAt(clock.instant())) {
            return new StatusBadge(StatusBadge.Status.WAITING, getTranslation("credentials.status.expired-short"));
        }
        if (certificate.valid()) {
            return new StatusBadge(StatusBadge.Status.GOOD, getTranslation("credentials.status.valid"));
        }
        Optional<Certificate.Suspension> suspension =
                Optional.ofNullable(certificate.revocation() == null ? certificate.suspension() : null);
        StatusBadge status = suspension.isPresent()
                ? new StatusBadge(StatusBadge.Status.WAITING, getTranslation("credentials.status.suspended-short"))
                : new StatusBadge(StatusBadge.Status.BAD, getTranslation("credentials.status.revoked-short"));
        Optional.ofNullable(certificate.revocation())
                .map(Certificate.Revocation::reason)
                .or(() -> suspension.map(Certificate.Suspension::reason))
                .ifPresent(reason -> status.getElement().setAttribute("title", reason));
        return status;
    }

    private Component actions(Certificate certificate) {
        Anchor open = new Anchor(
                "/verify/" + certificate.code().grouped(), getTranslation("credentials.issued.verification"));
        open.setRouterIgnore(true);
        open.setTarget("_blank");
        open.setAriaLabel(getTranslation("credentials.issued.verification-of", certificate.learnerName()));
        Div actions = new Div(open);
        actions.addClassName("registry-actions");
        if (maySuspend && certificate.valid()) {
            actions.add(act(ReasonDialog.Act.SUSPEND, "credentials.issued.suspend", certificate));
        }
        if (maySuspend && certificate.revocation() == null && certificate.suspension() != null) {
            actions.add(act(ReasonDialog.Act.LIFT, "credentials.issued.lift", certificate));
        }
        if (mayIssue && certificate.valid() && !certificate.holderErased()) {
            Button rename = new Button(
                    getTranslation("credentials.issued.rename"),
                    click -> new RenameDialog(asking, certificate, this::show).open());
            rename.addThemeVariants(ButtonVariant.TERTIARY);
            rename.setAriaLabel(getTranslation("credentials.issued.rename-of", certificate.learnerName()));
            actions.add(rename);
        }
        if (mayRevoke && certificate.revocation() == null) {
            Button revoke = act(ReasonDialog.Act.REVOKE, "credentials.issued.revoke", certificate);
            revoke.addThemeVariants(ButtonVariant.ERROR);
            actions.add(revoke);
        }
        return actions;
    }

    private Button act(ReasonDialog.Act act, String key, Certificate certificate) {
        Button button = new Button(
                getTranslation(key), click -> new ReasonDialog(act, certificates, certificate, this::show).open());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key + "-of", certificate.learnerName()));
        return button;
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            QueryParameters query =
                    search.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", search.getValue()));
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, new Location(CredentialsNavigation.ISSUED, query));
            show();
        }
    }

    private void show() {
        grid.getDataProvider().refreshAll();
        int found = certificates.countIssued(filter());
        count.setText(getTranslation("credentials.issued.count", found));
        grid.setVisible(found > 0);
        boolean searched = !search.getValue().isBlank();
        none.setVisible(found == 0 && !searched);
        nothingFits.setVisible(found == 0 && searched);
    }

    private CertificateFilter filter() {
        return new CertificateFilter(search.getValue(), Optional.empty(), Optional.empty(), sort.getValue());
    }
}
