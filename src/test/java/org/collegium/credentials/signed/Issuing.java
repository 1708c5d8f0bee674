package org.collegium.credentials.signed;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateIssued;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.credentials.keys.Issuer;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Issues certificates of a partner of its own, as the registrars' service does once a learner has earned one. */
record Issuing(
        StudyFixtures fixtures,
        StudyFixtures.Offered offered,
        CertificateRows rows,
        ApplicationEventPublisher events,
        TransactionOperations transaction) {

    static Issuing at(
            StudyFixtures fixtures,
            CertificateRows rows,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        return new Issuing(
                fixtures,
                fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), StudyFixtures.Terms.OPEN),
                rows,
                events,
                transaction);
    }

    Issuer issuer() {
        return new Issuer(offered.partner());
    }

    UUID issuerId() {
        return issuer().id();
    }

    Certificate issue(String name) {
        return issue(unsigned(name));
    }

    /** One that ends. */
    Certificate issue(String name, Instant until) {
        return issue(CredentialsFixtures.until(unsigned(name), until));
    }

    Certificate issue(Certificate certificate) {
        AccountId learner = Objects.requireNonNull(certificate.learner());
        transaction.executeWithoutResult(status -> {
            rows.insert(certificate, null);
            events.publishEvent(
                    new CertificateIssued(certificate.id(), learner, certificate.course(), certificate.issuedAt()));
        });
        return certificate;
    }

    /** As certificates were before there were signatures. */
    Certificate kept(String name) {
        Certificate certificate = unsigned(name);
        rows.insert(certificate, null);
        return certificate;
    }

    private Certificate unsigned(String name) {
        return CredentialsFixtures.certificate(offered, fixtures.learner(name), name);
    }
}
