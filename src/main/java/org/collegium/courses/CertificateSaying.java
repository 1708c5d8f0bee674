package org.collegium.courses;

import java.util.Locale;
import java.util.Optional;

/** Says to everybody what earns the certificate of a course; the module that issues certificates contributes the bean. */
public interface CertificateSaying {

    /** A sentence or several; empty where what the file of the course says holds. At most one query. */
    Optional<String> of(CourseVersion version, Locale language);
}
