package org.collegium.gradebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Part of the transaction that notes what is told; but for what keeps the mails one query.
     *
     * @param entries titles of what each learner is told of
     */
    void released(RunBook book, Map<AccountId, List<String>> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<AccountId, AccountReference> known =
                system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.these(entries.keySet()));
        entries.forEach((learner, titles) -> Optional.ofNullable(known.get(learner))
                .filter(AccountReference::confirmed)
                .ifPresent(account -> released(account, book, titles)));
    }

    private void released(AccountReference account, RunBook book, List<String> titles) {
        mails.send(new MailMessage(
                account.id(),
                new EmailAddress(account.email()),
                TEMPLATE,
                Map.of(
                        "subject",
                        book.course(),
                        "name",
                        account.name(),
                        "course",
                        book.course(),
                        "entries",
                        titles,
                        "path",
                        OwnGradesAddress.of(book.run().id())),
                mails.language(account.locale())));
    }
}
