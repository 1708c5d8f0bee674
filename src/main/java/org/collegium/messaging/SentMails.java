package org.collegium.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The mails that were written, for everybody at the machine of a demonstration; exists in demonstration mode only. */
@Service
@ConditionalOnProperty("collegium.demonstration")
public class SentMails {

    private static final int MOST = 200;

    private final Outbox outbox;

    SentMails(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The latest 200, the newest first. */
    @PreAuthorize("permitAll()")
    public List<MailListItem> latest() {
        return outbox.latest(MOST);
    }

    @PreAuthorize("permitAll()")
    public Optional<MailListItem> find(UUID id) {
        return outbox.find(id);
    }
}
