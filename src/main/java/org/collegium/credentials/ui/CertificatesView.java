package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.Certificates;
import org.collegium.identity.Access;
import org.collegium.identity.SignedIn;
import org.collegium.shared.BrandColour;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.Toasts;
import org.springframework.beans.factory.annotation.Value;

/** A learner's own certificates. */
@Route(value = CredentialsNavigation.CERTIFICATES, layout = MainLayout.class)
@PermitAll
class CertificatesView extends Div implements HasDynamicTitle {

    private final String address;

    CertificatesView(Certificates certificates, Access access, @Value("${collegium.address}") String address) {
        this.address = address;
        List<Certificate> own =
                access.current().map(SignedIn::account).map(certificates::of).orElse(List.of());
        add(new PageHeader(getPageTitle(), getTranslation("credentials.own.lead")));
        if (own.isEmpty()) {
            Anchor catalogue = new Anchor("/", getTranslation("credentials.own.empty.action"));
            catalogue.addClassNames("c-button", "c-button-primary");
            catalogue.setRouterIgnore(true);
            add(new EmptyState(
                    Illustration.CERTIFICATE,
                    getTranslation("credentials.own.empty.title"),
                    getTranslation("credentials.own.empty.text"),
                    catalogue));
            return;
        }
        Div cards = new Div();
        cards.addClassName("certificate-cards");
        own.forEach(certificate -> cards.add(card(certificate)));
        add(cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credentials.own.title");
    }

    private Article card(Certificate certificate) {
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
        card.add(partner, title, status(certificate), facts, actions(certificate));
        return card;
    }

    private Span status(Certificate certificate) {
        Certificate.Revocation revocation = certificate.revocation();
        Certificate.Suspension suspension = certificate.suspension();
        if (revocation != null) {
            return new StatusBadge(
                    StatusBadge.Status.BAD, getTranslation("credentials.status.revoked", revocation.reason()));
        }
        return suspension == null
                ? new StatusBadge(StatusBadge.Status.ACHIEVED, getTranslation("credentials.status.valid"))
                : new StatusBadge(
                        StatusBadge.Status.WAITING,
                        getTranslation("credentials.status.suspended", suspension.reason()));
    }

    private Div actions(Certificate certificate) {
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
            for (String form : List.of("png", "json", "jwt")) {
                actions.add(file(certificate, form));
            }
        }
        Anchor show = new Anchor(verify, getTranslation("credentials.own.verify"));
        show.addClassName("c-button");
        show.setRouterIgnore(true);
        Button copy = new Button(
                getTranslation("credentials.own.copy"), Glyph.COPY.create(), click -> copy(address + verify));
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        actions.add(show, copy);
        return actions;
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

    private void copy(String link) {
        UI.getCurrent()
                .getPage()
                .executeJs("return navigator.clipboard.writeText($0)", link)
                .then(
                        done -> Toasts.show(getTranslation("credentials.own.copied")),
                        refused -> Toasts.problem(getTranslation("credentials.own.not-copied", link)));
    }
}
