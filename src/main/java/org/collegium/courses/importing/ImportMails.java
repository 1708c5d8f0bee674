package org.collegium.courses.importing;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Writes to whoever began an import when it has ended, unless it was so quick that they are still there, or they ended it. */
@Component
class ImportMails {

    static final Duration LONG = Duration.ofMinutes(2);

    private static final String TEMPLATE = "course-import";

    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;
    private final Clock clock;

    ImportMails(Accounts accounts, Mails mails, SystemActor system, Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
        this.clock = clock;
    }

    /** Part of the transaction that ends it. */
    void ended(ImportJob job, ImportEnd end) {
        AccountId by = job.begunBy();
        if (by == null || end == ImportEnd.CANCELLED || job.begunAt().plus(LONG).isAfter(clock.instant())) {
            return;
        }
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(by))
                .filter(AccountReference::confirmed)
                .ifPresent(known -> mails.send(new MailMessage(
                        known.id(),
                        new EmailAddress(known.email()),
                        TEMPLATE,
                        Map.of(
                                "subject",
                                job.name(),
                                "name",
                                known.name(),
                                "source",
                                job.name(),
                                "kept",
                                end.kept(),
                                "path",
                                "/studio/courses/import/" + job.id()),
                        mails.language(known.locale()))));
    }
}
