package org.collegium.learning;

import java.util.Collection;
import java.util.Set;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.identity.AccountId;

/** What another version of a course means for its certificate; the module that issues certificates contributes the bean. */
public interface CertificateOutlook {

    /** Whether these results are all that the certificate of such a course asks of a learner's work; without a query. */
    boolean isEarned(CourseManifest course, UnitResults results);

    /** Who of these learners holds a valid certificate of the course; one query. */
    Set<AccountId> holders(CourseId course, Collection<AccountId> learners);
}
