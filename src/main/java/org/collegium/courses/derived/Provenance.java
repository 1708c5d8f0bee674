package org.collegium.courses.derived;

import java.time.Instant;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.partners.Partner;

/**
 * Where a course comes from.
 *
 * @param upstream the version of the other course that was taken in last
 * @param partner whose course that is
 * @param changes what its authors say they changed; may be empty
 * @param takenAt when that version was taken in
 */
public record Provenance(CourseId course, CourseVersion upstream, Partner partner, String changes, Instant takenAt) {

    /** SPDX identifier of the licence of the other course. */
    public String licence() {
        return upstream.manifest().metadata().licence();
    }

    public String title() {
        return upstream.manifest().metadata().title();
    }

    /** The address of its page for learners. */
    public String address() {
        return "/courses/" + partner.data().slug() + "/"
                + upstream.manifest().metadata().key();
    }
}
