package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.programmes.Endorsement;
import org.collegium.credentials.programmes.Endorsing;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StudioPage;
import org.collegium.shared.ui.Toasts;

/** The programmes with courses of one's partners, to which one agrees for the partner. */
@Route(value = CredentialsNavigation.ENDORSE, layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.ENDORSE)
class EndorseView extends StudioPage implements BeforeEnterObserver {

    private final transient Endorsing endorsing;
    private final transient Partners partners;
    private final transient Access access;
    private final Div list = new Div();

    EndorseView(Endorsing endorsing, Partners partners, Access access) {
        this.endorsing = endorsing;
        this.partners = partners;
        this.access = access;
        name(getTranslation("credentials.programmes.title"));
        list.addClassName("rule-panel");
        content().add(new PageHeader(getPageTitle(), getTranslation("credentials.endorsement.lead")), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        list.removeAll();
        List<PartnerId> own = access.partners(CredentialsPermissions.ENDORSE).stream()
                .map(PartnerId::new)
                .toList();
        partners.find(own).forEach(partner -> {
            List<Endorsing.Asked> asked = endorsing.of(partner.id());
            if (!asked.isEmpty()) {
                list.add(new H2(partner.data().name()));
                asked.forEach(one -> list.add(card(partner, one)));
            }
        });
        if (list.getComponentCount() == 0) {
            list.add(new EmptyState(
                    Illustration.CERTIFICATE,
                    getTranslation("credentials.programmes.none.title"),
                    getTranslation("credentials.endorsement.none-of-yours")));
        }
    }

    private Article card(Partner partner, Endorsing.Asked asked) {
        Programme programme = asked.programme();
        Anchor page = new Anchor(
                "/programmes/" + programme.slug(),
                programme.published().map(ProgrammeData::title).orElse(""));
        page.setRouterIgnore(true);
        Article card = new Article(
                new H3(page),
                new Paragraph(getTranslation(
                        asked.current()
                                ? "credentials.endorsement.given"
                                : asked.agreed().isPresent()
                                        ? "credentials.endorsement.given-before"
                                        : "credentials.endorsement.not-given")));
        card.addClassNames("c-surface", "rule-part");
        TextArea comment = new TextArea(getTranslation("credentials.endorsement.comment"));
        comment.setHelperText(getTranslation("credentials.endorsement.comment.hint"));
        comment.setWidthFull();
        comment.setManualValidation(true);
        asked.agreed().map(Endorsement::comment).ifPresent(comment::setValue);
        Div form = new Div(comment);
        form.setWidthFull();
        KeptTyping typing =
                new KeptTyping(form, "endorse/" + programme.id() + "/" + partner.id()).with("comment", comment);
        String act = asked.current() ? "credentials.endorsement.agree-anew" : "credentials.endorsement.agree";
        Button agree = new Button(getTranslation(act), click -> {
            try {
                endorsing.agree(partner.id(), programme.id(), programme.number(), comment.getValue());
                typing.forget();
                Toasts.show(getTranslation("credentials.endorsement.agreed"));
                show();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.endorsement.comment", comment)).tell(violation);
            }
        });
        if (!asked.current()) {
            agree.addThemeVariants(ButtonVariant.PRIMARY);
        }
        Div actions = new Div(agree);
        actions.addClassName("certificate-actions");
        if (asked.agreed().isPresent()) {
            actions.add(new Button(getTranslation("credentials.endorsement.withdraw"), click -> {
                try {
                    endorsing.withdraw(partner.id(), programme.id());
                    typing.forget();
                    Toasts.show(getTranslation("credentials.endorsement.withdrawn"));
                } catch (RuleViolation gone) {
                    Toasts.problem(getTranslation(gone.code()));
                }
                show();
            }));
        }
        card.add(form, actions);
        return card;
    }
}
