package org.collegium.credentials.sharing;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.collegium.credentials.HiddenRows;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links of a person go with the account, and their transcripts with the links. */
@Component
class PersonsSharing implements PersonalDataExport {

    private final ShareRows links;
    private final HiddenRows hidden;
    private final TranscriptRows transcripts;
    private final Clock clock;

    PersonsSharing(ShareRows links, HiddenRows hidden, TranscriptRows transcripts, Clock clock) {
        this.links = links;
        this.hidden = hidden;
        this.transcripts = transcripts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "shared-certificates";
    }

    @Override
    public Set<String> tables() {
        return Set.of("share_link", "transcript");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return Map.of(
                "links",
                links.of(account, clock.instant()),
                "hidden",
                hidden.of(account),
                "transcripts",
                transcripts.documents(account));
    }

    /** Before the certificates forget whose they are. */
    @EventListener
    @Order(0)
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        links.forget(erased.account());
        hidden.showAll(erased.account());
    }
}
