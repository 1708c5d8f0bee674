package org.collegium.credentials.signed;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.KeyCompromised;
import org.collegium.credentials.keys.Signing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Signs certificates that were issued before there were signatures, and those again whose key others may have, or with an
 * endorsement by such a key. Each is one transaction, so that whoever takes the job over after a kill goes on with the next.
 */
@Configuration
class SigningJobs {

    private static final Logger LOG = LoggerFactory.getLogger(SigningJobs.class);
    private static final TaskDescriptor<Void> AGAIN = TaskDescriptor.of("credentials-sign-again");
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ObjectProvider<SchedulerClient> jobs;
    private final ObjectProvider<SigningCertificates> certificates;
    private final CredentialRows rows;
    private final StatusRows lists;
    private final SigningEndorsements endorsements;
    private final Signing keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningJobs(
            ObjectProvider<SchedulerClient> jobs,
            ObjectProvider<SigningCertificates> certificates,
            CredentialRows rows,
            StatusRows lists,
            SigningEndorsements endorsements,
            Signing keys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.certificates = certificates;
        this.rows = rows;
        this.lists = lists;
        this.endorsements = endorsements;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> signingEarlierCertificates() {
        return Tasks.recurring("credentials-sign-earlier", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> signEarlier());
    }

    @Bean
    OneTimeTask<Void> signingAgain() {
        return Tasks.oneTime(AGAIN)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> signAgain(UUID.fromString(instance.getId())));
    }

    /** Part of the transaction that declares the key compromised. */
    @EventListener
    void on(KeyCompromised compromised) {
        lists.forgetSignedBy(compromised.key());
        jobs.getObject()
                .scheduleIfNotExists(
                        AGAIN.instance(compromised.key().toString()).scheduledTo(clock.instant()));
    }

    /** Returns how many were signed. One that cannot be is told to operators, and keeps no other from being signed. */
    int signEarlier() {
        keys.current(Issuer.ALLIANCE);
        int signed = 0;
        List<CertificateId> found = rows.unsigned(null, BATCH);
        while (!found.isEmpty()) {
            for (CertificateId certificate : found) {
                signed += signedEarlier(certificate) ? 1 : 0;
            }
            found = rows.unsigned(found.getLast(), BATCH);
        }
        return signed;
    }

    private boolean signedEarlier(CertificateId certificate) {
        try {
            return certificates.getObject().sign(certificate);
        } catch (RuntimeException failure) {
            LOG.error("The certificate {} cannot be signed", certificate, failure);
            return false;
        }
    }

    private void endorseAgain(IssuerKey given) {
        EndorsementsAgain again = new EndorsementsAgain(given, endorsements);
        List<CertificateId> found = rows.endorsedWith(given.publicKey(), null, BATCH);
        while (!found.isEmpty()) {
            found.forEach(certificate -> certificates.getObject().endorseAgain(certificate, again));
            found = rows.endorsedWith(given.publicKey(), found.getLast(), BATCH);
        }
    }

    void signAgain(UUID key) {
        List<CertificateId> found = rows.signedBy(key, null, BATCH);
        while (!found.isEmpty()) {
            found.forEach(certificates.getObject()::signAgain);
            found = rows.signedBy(key, found.getLast(), BATCH);
        }
        keys.find(key).ifPresent(this::endorseAgain);
        events.publishEvent(new CertificatesSignedAgain(key));
    }
}
