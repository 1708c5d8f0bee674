package org.collegium.catalogue;

import java.util.List;
import org.collegium.courses.CoursePublished;
import org.collegium.courses.CourseRetired;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
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

    Listing(CourseVersions versions, Partners partners, CatalogueRows rows) {
        this.versions = versions;
        this.partners = partners;
        this.rows = rows;
    }

    @EventListener
    void on(CoursePublished event) {
        CourseVersion version = versions.find(event.version()).orElseThrow();
        Partner partner = partners.find(version.partner()).orElseThrow();
        rows.list(List.of(
                CatalogueEntry.of(version, event.run(), partner.data().slug().value())));
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
