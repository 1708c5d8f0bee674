package org.collegium.gradebook;

import java.util.List;
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

/** Writes to learners about their grades, in their language, if they have shown that the address is theirs. */
@Component
class GradeMails {

    private static final String TEMPLATE = "grades-released";

    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    GradeMails(Accounts accounts, Mails mails, SystemActor system) {
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    /** Part of the transaction that notes what is told. */
    void released(AccountId learner, RunBook book, List<String> entries) {
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(learner))
                .filter(AccountReference::confirmed)
                .ifPresent(known -> mails.send(new MailMessage(
                        known.id(),
                        new EmailAddress(known.email()),
                        TEMPLATE,
                        Map.of(
                                "subject",
                                book.course(),
                                "name",
                                known.name(),
                                "course",
                                book.course(),
                                "entries",
                                entries,
                                "path",
                                OwnGradesAddress.of(book.run().id())),
                        mails.language(known.locale()))));
    }
}
