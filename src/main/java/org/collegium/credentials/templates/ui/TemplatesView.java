package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.Courses;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.ForgettingSignatories;
import org.collegium.credentials.templates.TemplateListItem;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.credentials.templates.TemplateUses;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StudioPage;

/**
 * The templates of a partner or of the alliance, and which courses and programmes use which. The address names the partner where
 * one has several.
 */
@Route(value = TemplatesNavigation.STUDIO + "/:partner?", layout = MainLayout.class)
@RouteAlias(value = TemplatesNavigation.REGISTRY + "/:partner?", layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.SEE_TEMPLATES)
@StyleSheet("styles/certificate-design.css")
class TemplatesView extends StudioPage implements BeforeEnterObserver {

    private static final int ROWS = 20;

    private final transient CertificateTemplates templates;
    private final transient TemplateUses uses;
    private final transient TemplateOwners owners;
    private final transient ForgettingSignatories forgetting;
    private final transient Courses courses;
    private final transient OwnPartners own;
    private final transient Access access;

    TemplatesView(
            CertificateTemplates templates,
            TemplateUses uses,
            TemplateOwners owners,
            ForgettingSignatories forgetting,
            Courses courses,
            OwnPartners own,
            Access access) {
        this.templates = templates;
        this.uses = uses;
        this.owners = owners;
        this.forgetting = forgetting;
        this.courses = courses;
        this.own = own;
        this.access = access;
        name(BlockWords.text("title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Partner partner = event.getRouteParameters()
                .get("partner")
                .map(key -> owners.named(key)
                        .filter(named -> access.mayFor(
                                CredentialsPermissions.SEE_TEMPLATES, named.id().value()))
                        .orElseThrow(NotFoundException::new))
                .or(() -> own.search(CredentialsPermissions.SEE_TEMPLATES, "", new PageRequest(0, 1)).stream()
                        .findFirst())
                .orElseThrow(NotFoundException::new);
        show(partner, PageLinks.asked(event.getLocation().getQueryParameters()));
    }

    private void show(Partner partner, int asked) {
        content().removeAll();
        boolean alliance = partner.id().equals(TemplateOwners.ALLIANCE);
        boolean design = access.mayFor(
                TemplateOwners.designing(partner.id()), partner.id().value());
        PageHeader header = new PageHeader(
                getPageTitle(), BlockWords.text("lead", partner.data().name()));
        if (!alliance && access.may(CredentialsPermissions.PROGRAMMES)) {
            header.withActions(ofAlliance());
        }
        if (design) {
            header.withActions(begin(partner));
        }
        content().add(header);
        if (own.count(CredentialsPermissions.SEE_TEMPLATES, "") > 1) {
            content().add(choice(partner));
        }
        int count = templates.count(partner.id());
        if (count == 0) {
            content()
                    .add(new EmptyState(
                            Illustration.CERTIFICATE,
                            BlockWords.text("none.title"),
                            BlockWords.text(alliance ? "none.alliance" : design ? "none.text" : "none.look")));
            return;
        }
        int page = PageLinks.shown(asked, ROWS, count);
        UnorderedList list = new UnorderedList();
        list.addClassName("design-templates");
        templates
                .list(partner.id(), new PageRequest(page * ROWS, ROWS))
                .forEach(item -> list.add(line(partner, item, design)));
        content()
                .add(
                        list,
                        new PageLinks(
                                page,
                                ROWS,
                                count,
                                to -> TemplatesNavigation.of(access, partner) + "?page=" + (to + 1)));
        if (design) {
            if (!alliance) {
                content().add(new CourseTemplates(templates, uses, courses, partner));
            }
            content().add(new ProgrammeTemplates(templates, uses, partner), forget(partner));
        }
    }

    /** The way of registrars to the templates that are theirs to design. */
    private Anchor ofAlliance() {
        Anchor link = new Anchor(
                owners.find(TemplateOwners.ALLIANCE)
                        .map(alliance -> TemplatesNavigation.of(access, alliance))
                        .orElseThrow(),
                BlockWords.text("alliance"));
        link.addClassName("c-button");
        return link;
    }

    private Button begin(Partner partner) {
        Button begin = new Button(
                BlockWords.text("new"),
                Glyph.PLUS.create(),
                click -> new NewTemplateDialog(templates, access, partner).open());
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        return begin;
    }

    private Button forget(Partner partner) {
        Button forget =
                new Button(BlockWords.text("forget"), click -> new ForgetSignatoryDialog(forgetting, partner).open());
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        forget.addClassName("design-forget");
        return forget;
    }

    private Div choice(Partner shown) {
        PartnerField choice = new PartnerField(
                getTranslation("partners.organisation.choose"), own, CredentialsPermissions.SEE_TEMPLATES);
        if (shown.id().equals(TemplateOwners.ALLIANCE)) {
            choice.setPlaceholder(shown.data().name());
        } else {
            choice.setValue(shown);
        }
        choice.addValueChangeListener(change -> Optional.ofNullable(change.getValue())
                .ifPresent(chosen -> UI.getCurrent().navigate(TemplatesNavigation.of(access, chosen))));
        Div filters = new Div(choice);
        filters.addClassNames("c-filters", "design-organisation");
        return filters;
    }

    private ListItem line(Partner partner, TemplateListItem item, boolean design) {
        Anchor name = new Anchor(TemplatesNavigation.of(access, partner, item.id()), item.name());
        name.addClassName("c-card-name");
        Div state = new Div(badges(item).toArray(Component[]::new));
        state.addClassName("c-studio-actions");
        String facts = Stream.of(
                        BlockWords.text("changed", moment(item.changedAt())),
                        BlockWords.text("courses", item.courses()),
                        BlockWords.text("certificates", item.certificates()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        ListItem line = new ListItem(new Div(name, state, muted(facts)));
        line.addClassName("c-surface");
        if (design) {
            Button acts = new Button(
                    Glyph.MORE_HORIZONTAL.create(),
                    click -> new TemplateActsDialog(templates, uses, access, partner, item, () -> show(partner, 0))
                            .open());
            acts.setAriaLabel(BlockWords.text("acts", item.name()));
            acts.addThemeVariants(ButtonVariant.TERTIARY);
            line.add(acts);
        }
        return line;
    }

    private static List<StatusBadge> badges(TemplateListItem item) {
        StatusBadge state = item.retired()
                ? new StatusBadge(StatusBadge.Status.NEUTRAL, BlockWords.text("state.retired"))
                : item.published() == null
                        ? new StatusBadge(StatusBadge.Status.WAITING, BlockWords.text("state.draft"))
                        : new StatusBadge(StatusBadge.Status.GOOD, BlockWords.text("version", item.published()));
        return item.standard()
                ? List.of(state, new StatusBadge(StatusBadge.Status.ACHIEVED, BlockWords.text("state.standard")))
                : List.of(state);
    }
}
