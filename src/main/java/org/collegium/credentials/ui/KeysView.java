package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.Toasts;
import org.springframework.security.access.AccessDeniedException;

/**
 * The keys with which an issuer signs, what may be done with each, and what was. Whoever holds the permission for partners sees these;
 * the alliance's keys are for those who hold it for the platform.
 */
@Route(value = CredentialsNavigation.KEYS, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.KEYS)
class KeysView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int ROWS = 25;
    private static final int SHOWN = 16;

    private final transient IssuerKeys keys;
    private final transient OwnPartners partners;
    private final boolean all;
    private final ComboBox<Choice> issuer = new ComboBox<>();
    private final Div content = new Div();
    private int page;

    KeysView(IssuerKeys keys, OwnPartners partners, Access access) {
        this.keys = keys;
        this.partners = partners;
        all = access.may(CredentialsPermissions.KEYS);
        addClassName("registry-keys");
        issuer.setLabel(getTranslation("credentials.keys.issuer"));
        issuer.setItemLabelGenerator(Choice::name);
        issuer.setItems(
                query -> choices(query.getFilter().orElse(""), query.getOffset(), query.getLimit()),
                query -> partners.count(
                                CredentialsPermissions.KEYS, query.getFilter().orElse(""))
                        + (all ? 1 : 0));
        issuer.addValueChangeListener(change -> chosen(change.isFromClient()));
        Button bring = new Button(getTranslation("credentials.keys.bring"), Glyph.FOLDER_UP.create(), click -> bring());
        Button rotate =
                new Button(getTranslation("credentials.keys.rotate"), Glyph.KEY_ROUND.create(), click -> rotate());
        rotate.addThemeVariants(ButtonVariant.PRIMARY);
        Div filters = new Div(issuer);
        filters.addClassName("c-filters");
        add(
                new PageHeader(getPageTitle(), getTranslation("credentials.keys.lead")).withActions(bring, rotate),
                filters,
                content);
    }

    /** An issuer to choose; the alliance has no slug. */
    private record Choice(Issuer issuer, String slug, String name) implements Serializable {}

    @Override
    public String getPageTitle() {
        return getTranslation("credentials.keys.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        page = PageLinks.asked(query);
        // Who followed a wrong link must not come to change the keys of somebody else.
        issuer.setValue(query.getSingleParameter("partner")
                .map(slug -> partners.named(CredentialsPermissions.KEYS, slug).orElseThrow(NotFoundException::new))
                .map(KeysView::choice)
                .orElseGet(this::first));
        show();
    }

    private Stream<Choice> choices(String text, int offset, int limit) {
        if (!all) {
            return found(text, new PageRequest(offset, limit));
        }
        // The alliance stands first, so partners are one place further on.
        int from = Math.max(0, offset - 1);
        Stream<Choice> found = found(text, new PageRequest(from, offset == 0 ? Math.max(1, limit - 1) : limit));
        return offset == 0 ? Stream.concat(Stream.of(alliance()), found).limit(limit) : found;
    }

    private Stream<Choice> found(String text, PageRequest wanted) {
        return partners.search(CredentialsPermissions.KEYS, text, wanted).stream()
                .map(KeysView::choice);
    }

    /** Whom one sees without having chosen. */
    private Choice first() {
        return all
                ? alliance()
                : found("", new PageRequest(0, 1))
                        .findFirst()
                        .orElseThrow(() -> new AccessDeniedException("No partner's keys are one's own"));
    }

    private Choice alliance() {
        return new Choice(Issuer.ALLIANCE, "", getTranslation("credentials.keys.alliance"));
    }

    private static Choice choice(Partner partner) {
        return new Choice(
                Issuer.of(partner.id()),
                partner.data().slug().value(),
                partner.data().name());
    }

    private void chosen(boolean byPerson) {
        if (byPerson && issuer.getValue() != null) {
            page = 0;
            UI.getCurrent().getPage().getHistory().replaceState(null, address(0));
            show();
        }
    }

    private String address(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!current().slug().isEmpty()) {
            query.put("partner", current().slug());
        }
        if (number > 0) {
            query.put("page", Integer.toString(number + 1));
        }
        return new Location(CredentialsNavigation.KEYS, QueryParameters.simple(query)).getPathWithQueryParameters();
    }

    private Choice current() {
        return Optional.ofNullable(issuer.getValue()).orElseGet(this::first);
    }

    private void show() {
        content.removeAll();
        List<IssuerKey> published = keys.published(current().issuer());
        if (published.isEmpty()) {
            content.add(new EmptyState(
                    Illustration.CERTIFICATE,
                    getTranslation("credentials.keys.empty.title"),
                    getTranslation("credentials.keys.empty.text")));
            return;
        }
        int deeds = keys.countDeeds(current().issuer());
        page = PageLinks.shown(page, ROWS, deeds);
        content.add(
                table(published),
                new H2(getTranslation("credentials.keys.deeds")),
                new KeyDeeds(keys, current().issuer(), new PageRequest(page * ROWS, ROWS)),
                new PageLinks(page, ROWS, deeds, number -> "/" + address(number)));
    }

    private Component table(List<IssuerKey> published) {
        NamedTable table = new NamedTable("credentials.keys.column.", List.of("key", "state", "made", "actions"));
        published.forEach(key -> table.row(name(key), state(key), Words.day(key.madeAt()), actions(key)));
        return table;
    }

    private Component name(IssuerKey key) {
        Span name = new Span(shortened(key));
        name.addClassName("verify-code");
        name.getElement().setAttribute("title", key.publicKey().multibase());
        Span origin =
                new Span(getTranslation(key.brought() ? "credentials.keys.brought" : "credentials.keys.made-here"));
        origin.addClassNames("c-muted", "c-small");
        return new Div(new Div(name), origin);
    }

    private Component state(IssuerKey key) {
        StatusBadge.Status status = switch (key.state()) {
            case ACTIVE -> StatusBadge.Status.GOOD;
            case ROTATED -> StatusBadge.Status.NEUTRAL;
            case RETIRED -> StatusBadge.Status.LOCKED;
            case COMPROMISED -> StatusBadge.Status.BAD;
        };
        Div state = new Div(new StatusBadge(status, getTranslation("credentials.keys.state." + key.state())));
        if (key.reason() != null) {
            Div reason = new Div(key.reason());
            reason.addClassNames("c-muted", "c-small");
            state.add(reason);
        }
        return state;
    }

    private Component actions(IssuerKey key) {
        Div actions = new Div();
        actions.addClassName("registry-actions");
        if (key.state() == IssuerKey.State.ROTATED) {
            actions.add(action("credentials.keys.retire", key, () -> retire(key)));
        }
        if (key.state() != IssuerKey.State.COMPROMISED) {
            Button compromised = action(
                    "credentials.keys.compromised", key, () -> new CompromisedDialog(keys, key, this::show).open());
            compromised.addThemeVariants(ButtonVariant.ERROR);
            actions.add(compromised);
        }
        return actions;
    }

    private Button action(String text, IssuerKey key, Runnable act) {
        Button button = new Button(getTranslation(text), click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation("credentials.keys.action-of", getTranslation(text), shortened(key)));
        return button;
    }

    private void rotate() {
        Choice chosen = current();
        new ConfirmWithConsequences(
                        getTranslation("credentials.keys.rotate.title", chosen.name()),
                        List.of(
                                getTranslation("credentials.keys.rotate.signs"),
                                getTranslation("credentials.keys.rotate.stays")),
                        getTranslation("credentials.keys.rotate"),
                        () -> changed(() -> keys.rotate(chosen.issuer()), "credentials.keys.rotated"))
                .open();
    }

    private void retire(IssuerKey key) {
        new ConfirmWithConsequences(
                        getTranslation("credentials.keys.retire.title", shortened(key)),
                        List.of(
                                getTranslation("credentials.keys.retire.destroyed"),
                                getTranslation("credentials.keys.retire.stays")),
                        getTranslation("credentials.keys.retire"),
                        () -> changed(() -> keys.retire(key.issuer(), key.id()), "credentials.keys.retired"))
                .open();
    }

    private void bring() {
        new BringKeyDialog(keys, current().issuer(), current().name(), this::show).open();
    }

    private void changed(Runnable act, String done) {
        try {
            act.run();
            Toasts.show(getTranslation(done));
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
        show();
    }

    static String shortened(IssuerKey key) {
        return key.publicKey().multibase().substring(0, SHOWN) + "…";
    }
}
