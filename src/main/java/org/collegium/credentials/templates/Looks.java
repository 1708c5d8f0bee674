package org.collegium.credentials.templates;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** By which version a certificate is drawn, and drawing it. A certificate without one is drawn as before there were templates. */
@Component
@Unguarded("called while a certificate is issued by somebody who may, or shown to somebody who may see it")
public class Looks {

    private final LookRows rows;
    private final TemplateRows templates;
    private final Fillings fillings;
    private final Clock clock;

    Looks(LookRows rows, TemplateRows templates, Fillings fillings, Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.fillings = fillings;
        this.clock = clock;
    }

    /**
     * Gives a new certificate the newest version of what its course, else its partner uses, or of what its programme uses; within
     * the transaction that issues it.
     */
    public void give(Certificate certificate) {
        rows.chosen(certificate.partner(), certificate.course(), certificate.programme())
                .ifPresent(look -> rows.put(certificate.id(), look));
    }

    /** The certificate as PDF, without its credential; empty when it has no template. */
    public Optional<byte[]> pdf(Certificate certificate) {
        return design(certificate.id())
                .map(design -> Drawing.of(
                                design,
                                fillings.of(certificate, design),
                                rows.pictures(certificate.partner(), design.images()))
                        .pdf());
    }

    public Optional<LookRef> of(CertificateId certificate) {
        return rows.of(certificate);
    }

    private Optional<Design> design(CertificateId certificate) {
        return rows.of(certificate)
                .flatMap(look -> templates.version(look.template(), look.number()))
                .map(TemplateVersion::design);
    }

    /** Colour and logo for the badge of a certificate; empty when it has no template. */
    public Optional<BadgeLook> badge(Certificate certificate) {
        return rows.of(certificate.id()).flatMap(look -> badge(certificate.partner(), look));
    }

    /** Those of the badge of a version of a course, as far as certificates of it were issued by that version of a template. */
    public Optional<BadgeLook> badge(CourseId course, int version, LookRef look) {
        return rows.issued(course, version, look).flatMap(partner -> badge(partner, look));
    }

    private Optional<BadgeLook> badge(PartnerId partner, LookRef look) {
        return templates
                .version(look.template(), look.number())
                .map(TemplateVersion::design)
                .map(design -> new BadgeLook(
                        design.colours().accent(),
                        design.logo()
                                .flatMap(logo -> Optional.ofNullable(
                                        rows.pictures(partner, List.of(logo)).get(logo)))));
    }

    Filling filling(Example example, PartnerId partner, String name, String colour, String language) {
        return fillings.of(example.certificate(partner, name, colour, language, clock.instant()), language);
    }
}
