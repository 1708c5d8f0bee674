package org.collegium.credentials;

import java.util.List;

/** What came of issuing one certificate. */
public sealed interface IssueResult {

    /** It is issued. */
    record Issued(CertificateId id, CertificateCode code) implements IssueResult {}

    /** The learner holds a valid one for this course. */
    record AlreadyIssued() implements IssueResult {}

    /** The learner has not earned it. */
    record NotEarned(List<Missing> missing) implements IssueResult {

        public NotEarned {
            missing = List.copyOf(missing);
        }
    }
}
