package org.collegium.credentials.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.courses.CourseId;
import org.collegium.credentials.CertificateFilter;
import org.collegium.credentials.CertificateFilter.Sort;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.DueCertificate;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.rules.IdentityChecks;
import org.collegium.credentials.succession.DecidingRequests;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.CardsOnPhone;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/** One table that says who is due a certificate, for what, why and since when; the URL holds what is looked for. */
@Route(value = CredentialsNavigation.TO_ISSUE, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.VIEW)
class ToIssueView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    /** How long after its end the result of a bulk issue is shown to whoever comes back. */
    private static final Duration STILL_NEWS = Duration.ofMinutes(15);

    private final transient IssuingCertificates issuing;
    private final transient IdentityChecks identities;
    private final transient DecidingRequests deciding;
    private final transient Clock clock;
    private final transient Map<PartnerId, String> partners;
    private final transient Map<CourseId, String> courses;
    private final TextField search = new TextField();
    private final Select<PartnerId> partner = new Select<>();
    private final Select<CourseId> course = new Select<>();
    private final Select<Sort> sort = new Select<>();
    private final Paragraph count = new Paragraph();
    private final Grid<DueCertificate> grid = new Grid<>();
    private final Button chosen = new Button();
    private final Button all = new Button();
    private final IssuingPanel progress;
    private final Component nobody;

    ToIssueView(IssuingCertificates issuing, IdentityChecks identities, DecidingRequests deciding, Clock clock) {
        this.issuing = issuing;
        this.identities = identities;
        this.deciding = deciding;
        this.clock = clock;
        this.partners = new LinkedHashMap<>(issuing.duePartners());
        this.courses = new LinkedHashMap<>(issuing.dueCourses());
        progress = new IssuingPanel(issuing, this::show);
        nobody = new EmptyState(
                Illustration.TRAY,
                getTranslation("credentials.due.empty.title"),
                getTranslation("credentials.due.empty.text"));
        describeFilters();
        describeGrid();
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        chosen.addThemeVariants(ButtonVariant.PRIMARY);
        chosen.addClickListener(click -> previewChosen());
        all.addClickListener(click -> previewAll());
        Div filters = new Div(search, partner, course, sort);
        filters.addClassName("c-filters");
        add(
                new PageHeader(getPageTitle(), getTranslation("credentials.due.lead")).withActions(all, chosen),
                ways(),
                progress,
                filters,
                count,
                grid,
                nobody);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credentials.due.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        partner.setValue(named(partners, query.getSingleParameter("partner")));
        course.setValue(named(courses, query.getSingleParameter("course")));
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        issuing.lastProgress()
                .filter(last -> last.finishedAt().isEmpty()
                        || last.finishedAt().get().isAfter(clock.instant().minus(STILL_NEWS)))
                .ifPresent(last -> progress.follow(last.id()));
    }

    private Component ways() {
        Anchor rules = new Anchor("/" + CredentialsNavigation.RULES, getTranslation("credentials.rules.title"));
        Anchor requests = new Anchor(
                "/" + CredentialsNavigation.REQUESTS,
                getTranslation("credentials.requests.link", deciding.countWaiting()));
        Nav ways = new Nav(requests, rules);
        ways.addClassName("registry-actions");
        ways.setAriaLabel(getTranslation("credentials.due.ways"));
        return ways;
    }

    private void describeFilters() {
        search.setLabel(getTranslation("credentials.due.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        describe(partner, "credentials.due.partner", partners);
        describe(course, "credentials.due.course", courses);
        sort.setLabel(getTranslation("credentials.sort"));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(item -> getTranslation("credentials.sort." + item));
        sort.setValue(Sort.OLDEST);
        sort.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    private <T> void describe(Select<T> select, String label, Map<T, String> names) {
        select.setLabel(getTranslation(label));
        select.setItems(names.keySet());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(label + ".any"));
        select.setItemLabelGenerator(item -> label(names, item, getTranslation(label + ".any")));
        select.addValueChangeListener(change -> changed(change.isFromClient()));
    }

    private static <T> String label(Map<T, String> names, @Nullable T item, String any) {
        return item == null ? any : names.getOrDefault(item, any);
    }

    private void describeGrid() {
        GridMultiSelectionModel<DueCertificate> selection =
                (GridMultiSelectionModel<DueCertificate>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        selection.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.VISIBLE);
        Grid.Column<DueCertificate> card = grid.addComponentColumn(ToIssueView::card);
        grid.addColumn(DueCertificate::learnerName)
                .setHeader(getTranslation("credentials.column.who"))
                .setFlexGrow(2);
        grid.addComponentColumn(ToIssueView::course)
                .setHeader(getTranslation("credentials.column.what"))
                .setFlexGrow(3);
        grid.addColumn(Words::reason)
                .setHeader(getTranslation("credentials.column.why"))
                .setFlexGrow(3);
        grid.addComponentColumn(due -> Words.day(due.since()))
                .setHeader(getTranslation("credentials.column.since"))
                .setWidth("8rem")
                .setFlexGrow(0);
        CardsOnPhone.of(grid, card);
        grid.setItems(this::fetch, query -> issuing.countDue(filter()));
        grid.addSelectionListener(change -> label(change.getAllSelectedItems()));
    }

    private Stream<DueCertificate> fetch(Query<DueCertificate, Void> query) {
        return issuing.due(filter(), new PageRequest(query.getOffset(), query.getLimit())).stream();
    }

    private static Component course(DueCertificate due) {
        Span partner = new Span(due.partnerName());
        partner.addClassNames("c-muted", "c-small");
        return new Div(new Div(due.courseTitle()), partner);
    }

    private static Component card(DueCertificate due) {
        Span name = new Span(due.learnerName());
        name.addClassName("c-card-name");
        Div why = new Div(new Span(Words.reason(due)), new Span(" · "), Words.day(due.since()));
        why.addClassNames("c-muted", "c-small");
        Div card = new Div(name, course(due), why);
        card.addClassName("c-card");
        return card;
    }

    private void previewChosen() {
        List<DueCertificate> selected = List.copyOf(grid.getSelectedItems());
        new PreviewDialog(
                        issuing,
                        identities,
                        selected,
                        selected.size(),
                        () -> issuing.issueInBulk(
                                selected.stream().map(DueCertificate::key).toList()),
                        null,
                        this::begun)
                .open();
    }

    /** All who match are issued by the job; the dialog shows the first of them. */
    private void previewAll() {
        CertificateFilter filter = filter();
        List<DueCertificate> first = issuing.due(filter, new PageRequest(0, PreviewDialog.MOST));
        new PreviewDialog(
                        issuing,
                        identities,
                        first,
                        issuing.countDue(filter),
                        () -> issuing.issueAll(filter),
                        () -> issuing.tryAll(filter),
                        this::begun)
                .open();
    }

    private void begun(java.util.UUID id) {
        grid.deselectAll();
        progress.follow(id);
    }

    private void changed(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        Map<String, String> query = new HashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        partner.getOptionalValue().ifPresent(value -> query.put("partner", value.toString()));
        course.getOptionalValue().ifPresent(value -> query.put("course", value.toString()));
        PageAddress.follow(CredentialsNavigation.TO_ISSUE, query);
        grid.deselectAll();
        show();
    }

    private void show() {
        grid.getDataProvider().refreshAll();
        int found = issuing.countDue(filter());
        count.setText(getTranslation("credentials.due.count", found));
        grid.setVisible(found > 0);
        nobody.setVisible(found == 0);
        all.setText(getTranslation("credentials.due.issue-all", found));
        all.setEnabled(found > 0);
        label(grid.getSelectedItems());
    }

    private void label(Set<DueCertificate> selected) {
        chosen.setText(getTranslation("credentials.due.issue", selected.size()));
        chosen.setEnabled(!selected.isEmpty());
    }

    private CertificateFilter filter() {
        return new CertificateFilter(
                search.getValue(), partner.getOptionalValue(), course.getOptionalValue(), sort.getValue());
    }

    private static <T> @Nullable T named(Map<T, String> known, Optional<String> id) {
        return known.keySet().stream()
                .filter(key -> id.filter(key.toString()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }
}
