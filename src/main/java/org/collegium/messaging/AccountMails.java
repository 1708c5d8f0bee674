package org.collegium.messaging;

import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountMailDue;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails as part of an account: identity's own are sent from here, and all of a person's go with the account. */
@Component
class AccountMails implements PersonalDataExport {

    private final Mails mails;
    private final Outbox outbox;

    AccountMails(Mails mails, Outbox outbox) {
        this.mails = mails;
        this.outbox = outbox;
    }

    @EventListener
    void on(AccountMailDue due) {
        mails.send(new MailMessage(
                due.account(), due.to(), due.template(), due.arguments(), mails.language(due.locale())));
    }

    @EventListener
    void on(AccountErased erased) {
        outbox.forget(erased.account());
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public Set<String> tables() {
        return Set.of("mail");
    }

    @Override
    public Object dataOf(AccountId account) {
        return outbox.of(account);
    }
}
