package org.collegium.credentials;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.identity.AccountId;

/**
 * What is to be known of programmes when their certificates are issued. Where a certificate names a course and its run, that of a
 * programme names the programme twice (decision 50).
 */
public interface ProgrammeCertificates {

    /** The published programmes that a course is part of. */
    List<CourseRunId> with(CourseId course);

    /** A learner in a programme; empty when learner or programme are gone, or it is not published any more. */
    Optional<Candidate> of(AccountId learner, CourseRunId programme);

    /** The title of a published programme; empty when there is none. */
    String title(CourseRunId programme);

    /** Those who hold as many certificates of its courses as it takes, by id, after one. */
    List<AccountId> near(CourseRunId programme, UUID after, int most);

    /**
     * A learner in a programme.
     *
     * @param certificate as it would be issued now, kept nowhere
     * @param parts the certificates that it rests on
     * @param confirmed whether the address is known to be theirs
     */
    record Candidate(
            String name,
            boolean confirmed,
            Eligibility eligibility,
            Certificate certificate,
            List<CertificateId> parts,
            IssueMode mode,
            Validity validity) {

        public Candidate {
            parts = List.copyOf(parts);
        }
    }
}
