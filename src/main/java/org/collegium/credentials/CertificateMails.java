package org.collegium.credentials;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.collegium.credentials.succession.RequestDeclined;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells holders that a certificate is theirs, and whatever changes about it, in their language, if the address is known to be theirs. */
@Component
class CertificateMails {

    private static final String ISSUED = "certificate-issued";
    private static final String CHANGED = "certificate-changed";

    private final CertificateRows certificates;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    CertificateMails(CertificateRows certificates, Accounts accounts, Mails mails, SystemActor system) {
        this.certificates = certificates;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateIssued issued) {
        certificates
                .find(issued.certificate())
                .map(Certificate::earlier)
                .ifPresentOrElse(
                        earlier -> tell(
                                issued.certificate(),
                                CHANGED,
                                Map.of("what", earlier.kind().name().toLowerCase(Locale.ROOT), "reason", "")),
                        () -> tell(issued.certificate(), ISSUED, Map.of()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateRevoked revoked) {
        tell(revoked.certificate(), CHANGED, Map.of("what", "revoked", "reason", revoked.reason()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateSuspended suspended) {
        tell(suspended.certificate(), CHANGED, Map.of("what", "suspended", "reason", suspended.reason()));
    }

    /** Why is for the registrars. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CertificateLifted lifted) {
        tell(lifted.certificate(), CHANGED, Map.of("what", "lifted", "reason", ""));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RequestDeclined declined) {
        tell(declined.certificate(), CHANGED, Map.of("what", "declined", "reason", declined.answer()));
    }

    /** Tells the holder that a certificate ends soon; part of the transaction that notes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ending(CertificateId certificate) {
        tell(certificate, CHANGED, Map.of("what", "ending", "reason", ""));
    }

    private void tell(CertificateId id, String template, Map<String, Object> more) {
        certificates.find(id).ifPresent(certificate -> {
            AccountId holder = certificate.learner();
            if (holder != null) {
                system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(holder))
                        .filter(AccountReference::confirmed)
                        .ifPresent(known -> send(known, certificate, template, more));
            }
        });
    }

    private void send(AccountReference to, Certificate certificate, String template, Map<String, Object> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("subject", certificate.courseTitle());
        arguments.put("name", to.name());
        arguments.put("course", certificate.courseTitle());
        arguments.put("partner", certificate.partnerName());
        arguments.put("code", certificate.code().grouped());
        arguments.put("path", "/certificates");
        Instant until = certificate.validUntil();
        arguments.put(
                "until",
                until == null
                        ? ""
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(mails.language(to.locale()))
                                .withZone(ZoneOffset.UTC)
                                .format(until.minusNanos(1)));
        mails.send(new MailMessage(
                to.id(), new EmailAddress(to.email()), template, arguments, mails.language(to.locale())));
    }
}
