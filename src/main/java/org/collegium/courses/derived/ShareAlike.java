package org.collegium.courses.derived;

import java.util.Optional;
import org.collegium.courses.CourseDuty;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.DraftCheck.Missing;
import org.springframework.stereotype.Component;

/** A course that was made from one whose licence wants the same of adaptations has that licence; one query. */
@Component
class ShareAlike implements CourseDuty {

    private final DerivationRows rows;
    private final CourseVersions versions;

    ShareAlike(DerivationRows rows, CourseVersions versions) {
        this.rows = rows;
        this.versions = versions;
    }

    @Override
    public Optional<Missing> missing(CourseId course, CourseManifest manifest) {
        return rows.find(course)
                .flatMap(row -> versions.find(row.taken()))
                .map(upstream -> upstream.manifest().metadata())
                .filter(source -> !source.partner().equals(manifest.metadata().partner()))
                .map(source -> source.licence())
                .filter(licence -> Adaptation.under(licence) == Adaptation.ALIKE)
                .filter(licence -> !licence.equals(manifest.metadata().licence()))
                .map(licence -> Missing.SHARE_ALIKE);
    }
}
