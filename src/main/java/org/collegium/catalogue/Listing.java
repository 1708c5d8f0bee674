package org.collegium.catalogue;

import java.util.List;
import java.util.Optional;
import org.collegium.courses.CertificateRulePublished;
import org.collegium.courses.CertificateSaying;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseRetired;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.RunMoved;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerDescribed;
import org.collegium.partners.Partners;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the list in step with what is published and retired, in the same transaction. */
@Component
class Listing {

    private final CourseVersions versions;
    private final Partners partners;
    private final CatalogueRows rows;
    private final CourseRuns runs;
    private final CertificateSaying certificates;

    Listing(
            CourseVersions versions,
            Partners partners,
            CatalogueRows rows,
            CourseRuns runs,
            CertificateSaying certificates) {
        this.runs = runs;
        this.certificates = certificates;
        this.versions = versions;
        this.partners = partners;
        this.rows = rows;
    }

    @EventListener
    void on(CoursePublished event) {
        list(runs.shown(event.course()).orElseThrow());
    }

    /** Who joins gets what the list says. */
    @EventListener
    void on(RunMoved event) {
        Optional<CourseRun> shown =
                runs.shown(event.course()).filter(run -> run.id().equals(event.run()));
        if (shown.isPresent() && rows.isListed(event.course().value())) {
            list(shown.get());
        }
    }

    /** A rule may give a course a certificate whose file has none. */
    @EventListener
    void on(CertificateRulePublished event) {
        if (rows.isListed(event.course().value())) {
            runs.shown(event.course()).ifPresent(this::list);
        }
    }

    private void list(CourseRun run) {
        CourseVersion version = versions.find(run.version()).orElseThrow();
        Partner partner = partners.find(version.partner()).orElseThrow();
        rows.list(List.of(
                CatalogueEntry.of(version, run.id(), partner.data().slug().value(), certificates.isOffered(version))));
    }

    @EventListener
    void on(CourseRetired event) {
        rows.unlist(event.course().value());
    }

    /** The list shows name and colour of the partner beside its courses. */
    @EventListener
    void on(PartnerDescribed event) {
        rows.renew(event.partner().value());
    }
}
