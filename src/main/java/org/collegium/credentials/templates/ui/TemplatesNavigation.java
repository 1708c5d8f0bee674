package org.collegium.credentials.templates.ui;

import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.partners.Partner;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of templates: in Studio for partners, who design them, and in Registry for registrars, who look at them. */
@Configuration
public class TemplatesNavigation {

    static final String STUDIO = "studio/certificates";
    static final String REGISTRY = "registry/templates";
    static final String HISTORY = "/history";

    @Bean
    SpaceEntry templatesEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "credentials.design.entry",
                "/" + STUDIO,
                Glyph.AWARD,
                55,
                () -> !access.may(CredentialsPermissions.SEE_TEMPLATES)
                        && access.mayAnywhere(CredentialsPermissions.SEE_TEMPLATES));
    }

    @Bean
    SpaceEntry templatesInRegistryEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "credentials.design.entry.registry",
                "/" + REGISTRY,
                Glyph.AWARD,
                35,
                () -> access.may(CredentialsPermissions.SEE_TEMPLATES));
    }

    @Bean
    AddressedThing addressedTemplate(TemplateOwners owners, CertificateTemplates templates) {
        return new AddressedThing(
                TemplatePage.class,
                address -> address.get("partner")
                        .flatMap(owners::named)
                        .flatMap(partner -> address.get("template")
                                .flatMap(TemplatesNavigation::id)
                                .flatMap(id -> templates.find(partner.id(), id)))
                        .isPresent());
    }

    static Optional<TemplateId> id(String text) {
        try {
            return Optional.of(new TemplateId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Where the current person sees templates. */
    static String base(Access access) {
        return access.may(CredentialsPermissions.SEE_TEMPLATES) ? REGISTRY : STUDIO;
    }

    static String of(Access access, Partner partner) {
        return base(access) + "/" + partner.data().slug();
    }

    static String of(Access access, Partner partner, TemplateId template) {
        return of(access, partner) + "/" + template;
    }
}
