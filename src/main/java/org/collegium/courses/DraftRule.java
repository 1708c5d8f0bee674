package org.collegium.courses;

import java.util.List;

/** One rule about drafts that are to be published. */
interface DraftRule {

    List<DraftCheck> check(CourseManifest manifest, ImportReport report);
}
