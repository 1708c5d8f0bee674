package org.collegium.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.credentials.CertificateFilter;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.DueCertificate;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.sharing.ShareTerm;
import org.collegium.credentials.sharing.Sharing;
import org.collegium.demonstration.Story.Certificate;
import org.collegium.demonstration.Story.Enrolment;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.springframework.stereotype.Component;

/** Lets the registrar of the story issue and revoke certificates, in the evening of the days it names. */
@Component
class CertificateDeeds {

    private static final String REGISTRAR = "registrar@example.org";
    private static final int MANY = 500;
    private static final Duration EVENING = Duration.ofHours(23);

    private final CourseRuns runs;
    private final IssuingCertificates issuing;
    private final Certificates certificates;
    private final Sharing sharing;

    CertificateDeeds(CourseRuns runs, IssuingCertificates issuing, Certificates certificates, Sharing sharing) {
        this.runs = runs;
        this.issuing = issuing;
        this.certificates = certificates;
        this.sharing = sharing;
    }

    List<Deed> of(String email, AccountId learner, CourseRunId run, Enrolment enrolment, Instant today) {
        List<Deed> deeds = new ArrayList<>();
        Certificate certificate = enrolment.certificate();
        if (certificate == null || certificate.day() == null) {
            return deeds;
        }
        CourseRun held = runs.find(run).orElseThrow();
        deeds.add(new Deed(REGISTRAR, evening(today, certificate.day()), () -> {
            issuing.issue(new DueCertificate.Key(learner, run, held.course()));
        }));
        String name = certificate.sharedWith();
        if (name != null) {
            Instant time = evening(today, certificate.day()).plusSeconds(60);
            deeds.add(new Deed(email, time, () -> share(learner, run, name)));
        }
        if (certificate.revokedDay() != null) {
            String reason = certificate.reason() == null ? "" : certificate.reason();
            Instant time = evening(today, certificate.revokedDay()).plusSeconds(60);
            deeds.add(new Deed(REGISTRAR, time, () -> revoke(learner, held, reason)));
        }
        return deeds;
    }

    private void share(AccountId learner, CourseRunId run, String name) {
        certificates
                .held(learner, run)
                .ifPresent(held -> sharing.share(learner, List.of(held.id()), name, ShareTerm.OPEN));
    }

    private void revoke(AccountId learner, CourseRun run, String reason) {
        CertificateFilter ofCourse =
                new CertificateFilter("", Optional.empty(), Optional.of(run.course()), CertificateFilter.Sort.OLDEST);
        certificates.issued(ofCourse, new PageRequest(0, MANY)).stream()
                .filter(issued -> issued.valid() && learner.equals(issued.learner()))
                .forEach(issued -> certificates.revoke(issued.id(), reason));
    }

    private static Instant evening(Instant today, int day) {
        Instant time = today.plus(Duration.ofDays(day)).plus(EVENING);
        Instant latest = today.plus(Duration.ofMinutes(2));
        return time.isAfter(latest) ? latest : time;
    }
}
