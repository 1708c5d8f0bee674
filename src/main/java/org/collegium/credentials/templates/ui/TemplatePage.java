package org.collegium.credentials.templates.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Template;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.shared.ui.StudioPage;
import org.springframework.security.access.AccessDeniedException;

/** A page about one template of a partner, both of which its address names. */
abstract class TemplatePage extends StudioPage implements BeforeEnterObserver {

    protected final transient CertificateTemplates templates;
    protected final transient Access access;
    private final transient TemplateOwners owners;

    TemplatePage(CertificateTemplates templates, TemplateOwners owners, Access access) {
        this.templates = templates;
        this.owners = owners;
        this.access = access;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        Partner partner =
                event.getRouteParameters().get("partner").flatMap(owners::named).orElseThrow(NotFoundException::new);
        if (!access.mayFor(CredentialsPermissions.SEE_TEMPLATES, partner.id().value())) {
            throw new AccessDeniedException("Another organisation's templates");
        }
        Template template = event.getRouteParameters()
                .get("template")
                .flatMap(TemplatesNavigation::id)
                .flatMap(id -> templates.find(partner.id(), id))
                .orElseThrow(NotFoundException::new);
        name(template.name());
        content().removeAll();
        show(partner, template);
    }

    abstract void show(Partner partner, Template template);

    protected final boolean mayDesign(Partner partner) {
        return access.mayFor(
                TemplateOwners.designing(partner.id()), partner.id().value());
    }
}
