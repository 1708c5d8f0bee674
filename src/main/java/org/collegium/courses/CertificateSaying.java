package org.collegium.courses;

import java.util.Locale;
import java.util.Optional;

/** Says to everybody what earns the certificate of a course; the module that issues certificates contributes the bean. */
public interface CertificateSaying {

    /** A sentence or several; empty where what the file of the course says holds. At most one query. */
    Optional<String> of(CourseVersion version, Locale language);

    /** Whether a course gives a certificate at all, by its file or by a rule that was published; at most one query. */
    boolean isOffered(CourseVersion version);
}
