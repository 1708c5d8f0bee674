package org.collegium.credentials;

import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.partners.PartnerId;

/**
 * Which certificates, due or issued, and in what order.
 *
 * @param text part of a learner's name or of a course's title, or a code; empty for all
 */
public record CertificateFilter(String text, Optional<PartnerId> partner, Optional<CourseId> course, Sort sort) {

    public static final CertificateFilter ALL =
            new CertificateFilter("", Optional.empty(), Optional.empty(), Sort.OLDEST);

    /** The order of a list. */
    public enum Sort {
        OLDEST,
        NEWEST,
        LEARNER,
        COURSE
    }
}
