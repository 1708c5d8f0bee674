package org.collegium.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.credentials.templates.Block;
import org.collegium.credentials.templates.Block.Signatory;
import org.collegium.credentials.templates.BuiltIn;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.credentials.templates.TemplateUses;
import org.collegium.credentials.templates.Texts;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Lets an administrator of the story design the certificates of their university before any is issued. */
@Component
class TemplateDeeds {

    private static final String ADMINISTRATOR = "partner-administrator@example.org";
    private static final Slug PARTNER = new Slug("north-lakes-university");
    private static final Duration BEFORE = Duration.ofDays(200);
    private static final String LANGUAGE = "en";

    private final CertificateTemplates templates;
    private final TemplateUses uses;
    private final Partners partners;

    TemplateDeeds(CertificateTemplates templates, TemplateUses uses, Partners partners) {
        this.templates = templates;
        this.uses = uses;
        this.partners = partners;
    }

    Deed first(Instant today) {
        return new Deed(
                ADMINISTRATOR,
                today.minus(BEFORE),
                () -> partners.find(PARTNER)
                        .filter(partner -> templates.count(partner.id()) == 0)
                        .ifPresent(this::design));
    }

    private void design(Partner partner) {
        Design begun = BuiltIn.CLASSIC.design(new BuiltIn.Start(
                partner.data().brandColour(),
                LANGUAGE,
                new BuiltIn.Words(
                        "Certificate of completion",
                        "The Rector and Senate of {partner} certify that",
                        "has completed the course",
                        "",
                        "",
                        "",
                        "")));
        UUID logo = templates.addPicture(partner.id(), file("north-lakes-logo.png"));
        UUID signature = templates.addPicture(partner.id(), file("signature.png"));
        Design signed = new Design(
                        begun.paper(),
                        begun.frame(),
                        begun.typeface(),
                        begun.colours(),
                        List.of(LANGUAGE, "fi", "sv"),
                        begun.blocks())
                .with(new Block.Logo("logo", logo, Texts.of(LANGUAGE, "Coat of arms"), 25, Block.Align.CENTRE))
                .with(new Block.Signatures(
                        "signatures",
                        List.of(new Signatory(
                                "Prof. Helmi Kuusinen",
                                Texts.of(LANGUAGE, "Rector")
                                        .with("fi", "Rehtori")
                                        .with("sv", "Rektor"),
                                signature))));
        Design translated = translated(
                translated(
                        translated(signed, "title", "Todistus", "Intyg"),
                        "certifies",
                        "{partner}: rehtori ja senaatti todistavat, että",
                        "Rektor och senaten vid {partner} intygar att"),
                "completed",
                "on suorittanut kurssin",
                "har genomfört kursen");
        TemplateId id = templates.create(partner.id(), "Diploma of the university", translated);
        templates.publish(partner.id(), id, 0, "The first diploma");
        uses.standard(partner.id(), Optional.of(id));
    }

    private static Design translated(Design design, String block, String finnish, String swedish) {
        return design.find(block)
                .filter(Block.Words.class::isInstance)
                .map(Block.Words.class::cast)
                .map(words -> design.with(new Block.Words(
                        block, words.text().with("fi", finnish).with("sv", swedish), words.heading(), words.look())))
                .orElse(design);
    }

    private static byte[] file(String name) {
        try (InputStream file = TemplateDeeds.class.getResourceAsStream("/demo/certificates/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
