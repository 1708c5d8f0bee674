package org.collegium.learning;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersion;
import org.collegium.identity.AccountId;

/** What another version of a course means for its certificate; the module that issues certificates contributes the bean. */
public interface CertificateOutlook {

    /** By what the certificate of a course is earned, as it holds now; at most one query. */
    Rule rule(CourseVersion version);

    /** Looks at the work of a learner. */
    interface Rule {

        /**
         * Whether this is all that the certificate asks of a learner's work; without a query. Whatever else it asks for, such as an
         * identity, counts as given.
         *
         * @param course the version that is looked at, of the course that was asked for
         */
        boolean isEarned(CourseManifest course, UnitResults results, Map<String, Instant> completedAt);
    }

    /** Who of these learners holds a valid certificate of the course; one query. */
    Set<AccountId> holders(CourseId course, Collection<AccountId> learners);
}
