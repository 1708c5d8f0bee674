package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.programmes.MyProgrammes;
import org.collegium.credentials.sharing.Sharing;
import org.collegium.credentials.sharing.Transcripts;
import org.collegium.credentials.succession.AskingForAnother;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.BrandColour;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.Toasts;
import org.springframework.beans.factory.annotation.Value;

/** A learner's own certificates. */
@Route(value = CredentialsNavigation.CERTIFICATES, layout = MainLayout.class)
@PermitAll
class CertificatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROWS = 24;

    private final transient Certificates certificates;
    private final transient Sharing sharing;
    private final transient AskingForAnother asking;
    private final transient Clock clock;
    private final transient Optional<AccountId> holder;
    private final String address;
    private final Div cards = new Div();
    private final Div pages = new Div();
    private int page;
    private transient Optional<RequestsPanel> requests = Optional.empty();

    CertificatesView(
            Certificates certificates,
            Sharing sharing,
            Transcripts transcripts,
            AskingForAnother asking,
            MyProgrammes programmes,
            Clock clock,
            Access access,
            @Value("${collegium.address}") String address) {
        this.certificates = certificates;
        this.sharing = sharing;
        this.asking = asking;
        this.clock = clock;
        this.address = address;
        holder = access.account();
        List<Certificate> own = holder.map(certificates::of).orElse(List.of());
        PageHeader header = new PageHeader(getPageTitle(), getTranslation("credentials.own.lead"));
        add(header);
        ProgrammesPanel inProgrammes =
                new ProgrammesPanel(holder.map(programmes::of).orElse(List.of()));
        if (own.isEmpty()) {
            Anchor catalogue = new Anchor("/", getTranslation("credentials.own.empty.action"));
            catalogue.addClassNames("c-button", "c-button-primary");
            catalogue.setRouterIgnore(true);
            add(new EmptyState(
                    Illustration.CERTIFICATE,
                    getTranslation("credentials.own.empty.title"),
                    getTranslation("credentials.own.empty.text"),
                    catalogue));
            add(inProgrammes);
            return;
        }
        cards.addClassName("certificate-cards");
        add(cards, pages);
        add(inProgrammes);
        requests = holder.map(owner -> new RequestsPanel(asking, owner));
        holder.ifPresent(owner -> {
            ShareLinksPanel links = new ShareLinksPanel(sharing, transcripts, owner, address);
            List<Certificate> valid = own.stream().filter(Certificate::valid).toList();
            Button share = new Button(
                    getTranslation("credentials.share.open"),
                    click -> new ShareDialog(sharing, transcripts, owner, valid, links::show).open());
            share.setEnabled(!valid.isEmpty());
            header.withActions(share);
            add(links);
            requests.ifPresent(this::add);
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = PageLinks.asked(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        List<Certificate> own = holder.map(certificates::of).orElse(List.of());
        Set<CertificateId> hidden = holder.map(sharing::hidden).orElse(Set.of());
        int shown = PageLinks.shown(page, ROWS, own.size());
        cards.removeAll();
        own.stream()
                .skip((long) shown * ROWS)
                .limit(ROWS)
                .forEach(certificate -> cards.add(card(certificate, hidden.contains(certificate.id()))));
        pages.removeAll();
        pages.add(new PageLinks(
                shown, ROWS, own.size(), number -> "/" + CredentialsNavigation.CERTIFICATES + "?page=" + (number + 1)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credentials.own.title");
    }

    private Article card(Certificate certificate, boolean hidden) {
        Article card = new Article();
        card.addClassNames("c-surface", "certificate-card");
        card.getElement().setAttribute("style", new BrandColour(certificate.partnerColour()).css());
        H2 title = new H2(certificate.courseTitle());
        title.getElement().setAttribute("lang", certificate.language());
        title.getElement().setAttribute("dir", "auto");
        Span partner = new Span(certificate.partnerName());
        partner.addClassName("certificate-partner");
        Span code = new Span(certificate.code().grouped());
        code.addClassName("verify-code");
        Paragraph facts = new Paragraph(Words.day(certificate.issuedAt()), new Span(" · "), code);
        facts.addClassNames("c-muted", "c-small");
        card.add(partner, title, status(certificate));
        if (hidden) {
            card.add(new StatusBadge(StatusBadge.Status.WAITING, getTranslation("credentials.own.hidden")));
        }
        card.add(facts);
        Instant until = certificate.validUntil();
        if (until != null && !certificate.expiredAt(clock.instant())) {
            Paragraph ends = new Paragraph(getTranslation("credentials.own.until", Words.dayText(until.minusNanos(1))));
            ends.addClassNames("c-muted", "c-small");
            card.add(ends);
        }
        card.add(actions(certificate, hidden));
        return card;
    }

    private Span status(Certificate certificate) {
        Certificate.Revocation revocation = certificate.revocation();
        Certificate.Suspension suspension = certificate.suspension();
        if (revocation != null) {
            return new StatusBadge(
                    StatusBadge.Status.BAD, getTranslation("credentials.status.revoked", revocation.reason()));
        }
        Instant until = certificate.validUntil();
        if (suspension == null && until != null && certificate.expiredAt(clock.instant())) {
            return new StatusBadge(
                    StatusBadge.Status.WAITING,
                    getTranslation("credentials.status.expired", Words.dayText(until.minusNanos(1))));
        }
        return suspension == null
                ? new StatusBadge(StatusBadge.Status.ACHIEVED, getTranslation("credentials.status.valid"))
                : new StatusBadge(
                        StatusBadge.Status.WAITING,
                        getTranslation("credentials.status.suspended", suspension.reason()));
    }

    private Div actions(Certificate certificate, boolean hidden) {
        Div actions = new Div();
        actions.addClassName("certificate-actions");
        String verify = "/verify/" + certificate.code().grouped();
        if (certificate.valid()) {
            Anchor download = new Anchor("/certificates/" + certificate.id() + ".pdf", "");
            download.add(Glyph.DOWNLOAD.create(), new Span(getTranslation("credentials.own.download")));
            download.addClassNames("c-button", "c-button-primary");
            download.setRouterIgnore(true);
            download.getElement().setAttribute("download", true);
            actions.add(download);
        }
        Anchor show = new Anchor(verify, getTranslation("credentials.own.verify"));
        show.addClassName("c-button");
        show.setRouterIgnore(true);
        Button copy = new Button(
                getTranslation("credentials.own.copy"),
                Glyph.COPY.create(),
                click -> CopiedLink.copy(address + verify));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        actions.add(show, copy);
        if (AskingForAnother.mayBeRenewed(certificate, clock.instant())) {
            actions.add(new Button(getTranslation("credentials.own.renew"), click -> renew(certificate)));
        }
        actions.add(more(certificate, hidden));
        return actions;
    }

    private void renew(Certificate certificate) {
        try {
            asking.toRenew(certificate.id());
            Toasts.show(getTranslation("credentials.request.asked"));
        } catch (RuleViolation refused) {
            Toasts.problem(getTranslation(refused.code()));
        }
        asked();
    }

    private void asked() {
        requests.ifPresent(RequestsPanel::show);
    }

    private NativeDetails more(Certificate certificate, boolean hidden) {
        Div inside = new Div();
        inside.addClassName("certificate-actions");
        if (certificate.valid()) {
            for (String form : List.of("png", "svg", "json", "jwt")) {
                inside.add(file(certificate, form));
            }
            Anchor linkedIn = new Anchor(
                    LinkedIn.add(
                            certificate,
                            address + "/verify/" + certificate.code().grouped()),
                    getTranslation("credentials.own.linkedin"),
                    AnchorTarget.BLANK);
            linkedIn.getElement().setAttribute("rel", "noopener noreferrer");
            linkedIn.addClassName("c-button");
            inside.add(linkedIn);
            inside.add(new Button(
                    getTranslation("credentials.own.rename"),
                    click -> new RenameDialog(asking, certificate, this::asked).open()));
        }
        Button hide = new Button(
                getTranslation(hidden ? "credentials.own.show" : "credentials.own.hide"),
                click -> hide(certificate, !hidden));
        hide.setTooltipText(getTranslation("credentials.own.hide.hint"));
        inside.add(hide);
        Span summary = new Span(getTranslation("credentials.own.more"));
        NativeDetails more = new NativeDetails(summary, inside);
        more.getElement()
                .getChild(0)
                .setAttribute("aria-label", getTranslation("credentials.own.more-of", certificate.courseTitle()));
        more.addClassName("certificate-more");
        return more;
    }

    private void hide(Certificate certificate, boolean hidden) {
        holder.ifPresent(owner -> {
            sharing.hide(owner, certificate.id(), hidden);
            Toasts.show(getTranslation(hidden ? "credentials.own.hide.done" : "credentials.own.show.done"));
            show();
        });
    }

    private Anchor file(Certificate certificate, String form) {
        Anchor file =
                new Anchor("/certificates/" + certificate.id() + "." + form, getTranslation("credentials.own." + form));
        file.addClassName("c-button");
        file.setRouterIgnore(true);
        file.getElement().setAttribute("download", true);
        file.getElement().setAttribute("title", getTranslation("credentials.own." + form + ".hint"));
        return file;
    }
}
