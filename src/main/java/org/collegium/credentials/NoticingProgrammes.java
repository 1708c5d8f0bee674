package org.collegium.credentials;

import java.time.Instant;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.identity.AccountId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices who has earned the certificate of a programme when one of a course is issued, in the same transaction. */
@Component
class NoticingProgrammes {

    private final ProgrammeCertificates programmes;
    private final CertificateRows certificates;
    private final DueRows due;
    private final IssuingByItself byItself;

    NoticingProgrammes(
            ProgrammeCertificates programmes, CertificateRows certificates, DueRows due, IssuingByItself byItself) {
        this.programmes = programmes;
        this.certificates = certificates;
        this.due = due;
        this.byItself = byItself;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateIssued issued) {
        programmes.with(issued.course()).forEach(programme -> note(issued.learner(), programme, issued.at()));
    }

    private void note(AccountId learner, CourseRunId programme, Instant at) {
        programmes
                .of(learner, programme)
                .filter(found -> found.eligibility() instanceof Eligibility.Earned)
                .filter(found ->
                        certificates.live(learner, found.certificate().course()).isEmpty())
                .ifPresent(found -> {
                    if (found.mode() == IssueMode.AUTOMATIC) {
                        byItself.schedule(learner, programme);
                    } else {
                        due.put(row(learner, found.certificate(), at));
                    }
                });
    }

    private static DueCertificate row(AccountId learner, Certificate certificate, Instant at) {
        return new DueCertificate(
                learner,
                certificate.run(),
                certificate.course(),
                certificate.partner(),
                certificate.learnerName(),
                certificate.courseTitle(),
                certificate.partnerName(),
                certificate.evidence().units(),
                0,
                null,
                at);
    }
}
