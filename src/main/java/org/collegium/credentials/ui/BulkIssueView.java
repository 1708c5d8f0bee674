package org.collegium.credentials.ui;

import com.vaadin.flow.component.AttachEvent;
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
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.IssuingItem;
import org.collegium.credentials.IssuingOutcome;
import org.collegium.credentials.IssuingProgress;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.CardsOnPhone;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** What became of each part of a bulk issue or of a trial, and why. */
@Route(value = CredentialsNavigation.ISSUES + "/:issue", layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.VIEW)
class BulkIssueView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient IssuingCertificates issuing;
    private final boolean mayIssue;
    private final Select<IssuingOutcome> outcome = new Select<>();
    private final Paragraph count = new Paragraph();
    private final Paragraph effect = new Paragraph();
    private final Grid<IssuingItem> grid = new Grid<>();
    private final Button issue = new Button();
    private final IssuingPanel progress;
    private UUID id = new UUID(0, 0);
    private boolean dry;
    private boolean tried;

    BulkIssueView(IssuingCertificates issuing, Access access) {
        this.issuing = issuing;
        this.mayIssue = access.may(CredentialsPermissions.ISSUE);
        progress = new IssuingPanel(issuing, this::show).alone();
        outcome.setLabel(getTranslation("credentials.bulk.outcome"));
        outcome.setItems(IssuingOutcome.values());
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption(getTranslation("credentials.bulk.outcome.any"));
        outcome.setItemLabelGenerator(
                item -> getTranslation("credentials.bulk.outcome." + (item == null ? "any" : item)));
        outcome.addValueChangeListener(change -> show());
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        issue.addClickListener(click -> issueReady());
        describeGrid();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .get("issue")
                .flatMap(BulkIssueView::read)
                .orElseThrow(NotFoundException::new);
        IssuingProgress found = issuing.progress(id).orElseThrow(NotFoundException::new);
        dry = found.dry();
        tried = found.effect().isPresent();
        removeAll();
        Anchor file = new Anchor(BulkIssueFile.download(issuing, id, header(), this::cells), "");
        file.add(Glyph.DOWNLOAD.create(), new Span(getTranslation("credentials.bulk.file")));
        file.addClassName("c-button");
        Div filters = new Div(outcome);
        filters.addClassName("c-filters");
        add(
                new PageHeader(getPageTitle(), getTranslation("credentials.bulk.lead" + kind()))
                        .withActions(file, issue),
                progress,
                effect,
                filters,
                count,
                grid);
        progress.follow(id);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credentials.bulk.title" + kind());
    }

    private String kind() {
        return tried ? ".tried" : dry ? ".dry" : "";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show();
    }

    private void describeGrid() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Grid.Column<IssuingItem> card = grid.addComponentColumn(this::card);
        grid.addColumn(IssuingItem::learnerName)
                .setHeader(getTranslation("credentials.column.who"))
                .setFlexGrow(2);
        grid.addColumn(IssuingItem::courseTitle)
                .setHeader(getTranslation("credentials.column.what"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::badge)
                .setHeader(getTranslation("credentials.column.status"))
                .setWidth("12rem")
                .setFlexGrow(0);
        grid.addColumn(this::why)
                .setHeader(getTranslation("credentials.column.why"))
                .setFlexGrow(3);
        CardsOnPhone.of(grid, card);
        grid.setItems(this::fetch, query -> counted());
    }

    private Stream<IssuingItem> fetch(Query<IssuingItem, Void> query) {
        return issuing
                .items(id, outcome.getOptionalValue(), new PageRequest(query.getOffset(), query.getLimit()))
                .stream();
    }

    private Component card(IssuingItem item) {
        Span name = new Span(item.learnerName());
        name.addClassName("c-card-name");
        Div why = new Div(why(item));
        why.addClassNames("c-muted", "c-small");
        Div card = new Div(name, new Div(item.courseTitle()), badge(item), why);
        card.addClassName("c-card");
        return card;
    }

    private Component badge(IssuingItem item) {
        StatusBadge.Status status = item.outcome()
                .map(known -> switch (known) {
                    case ISSUED, READY -> StatusBadge.Status.GOOD;
                    case ALREADY -> StatusBadge.Status.ACHIEVED;
                    case REFUSED -> StatusBadge.Status.BAD;
                })
                .orElse(StatusBadge.Status.WAITING);
        return new StatusBadge(status, described(item));
    }

    private List<String> header() {
        return Stream.of("who", "what", "status", "why")
                .map(column -> getTranslation("credentials.column." + column))
                .toList();
    }

    private List<String> cells(IssuingItem item) {
        return List.of(item.learnerName(), item.courseTitle(), described(item), why(item));
    }

    private String described(IssuingItem item) {
        return getTranslation("credentials.bulk.outcome."
                + item.outcome().map(IssuingOutcome::name).orElse("open"));
    }

    private String why(IssuingItem item) {
        Stream<String> given = Optional.ofNullable(item.byHand()).stream()
                .map(reason -> getTranslation("credentials.evidence.by-hand", reason));
        Stream<String> change = item.change() == IssuingItem.Change.NONE
                ? Stream.of()
                : Stream.of(getTranslation("credentials.rule.change." + item.change()));
        return Stream.concat(
                        Stream.concat(given, change),
                        item.missing().stream()
                                .map(reason -> getTranslation(
                                        reason.code(), reason.arguments().toArray())))
                .collect(Collectors.joining(" "));
    }

    private void show() {
        grid.getDataProvider().refreshAll();
        count.setText(getTranslation("credentials.bulk.count", counted()));
        int ready = issuing.progress(id)
                .filter(looked -> looked.dry() && looked.finished())
                .map(IssuingProgress::ready)
                .orElse(0);
        issue.setText(getTranslation("credentials.preview.issue", ready));
        issue.setVisible(mayIssue && ready > 0 && !tried);
        issuing.progress(id)
                .flatMap(IssuingProgress::effect)
                .ifPresent(found ->
                        effect.setText(getTranslation("credentials.rule.effect", found.gains(), found.loses())));
        effect.setVisible(tried);
    }

    private int counted() {
        return issuing.progress(id).map(this::counted).orElse(0);
    }

    private int counted(IssuingProgress known) {
        @Nullable IssuingOutcome wanted = outcome.getValue();
        return switch (wanted) {
            case null -> known.total();
            case ISSUED -> known.issued();
            case ALREADY -> known.already();
            case REFUSED -> known.refused();
            case READY -> known.ready();
        };
    }

    private void issueReady() {
        try {
            UUID begun = issuing.issueReady(id);
            UI.getCurrent().navigate(CredentialsNavigation.ISSUES + "/" + begun);
        } catch (RuleViolation nobody) {
            Toasts.problem(getTranslation(nobody.code(), nobody.arguments().toArray()));
        }
    }

    private static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
