package org.collegium.messaging;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.UUID;
import org.collegium.messaging.Outbox.QueuedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands one mail to the server and writes down how it went. */
@Component
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private final Outbox outbox;
    private final MailServer server;
    private final Clock clock;

    MailDelivery(Outbox outbox, MailServer server, Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.clock = clock;
    }

    /** Sends a mail; nothing happens when it was sent already or is gone. */
    void deliver(UUID id) {
        outbox.queued(id).ifPresent(this::deliver);
    }

    void failed(UUID id, boolean last, String problem) {
        LOG.warn("Mail {} was not sent{}: {}", id, last ? " and is given up" : "", problem);
        outbox.notSent(id, last ? MailState.FAILED : MailState.QUEUED, problem);
    }

    private void deliver(QueuedMail mail) {
        try {
            server.deliver(mail);
        } catch (MessagingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
        outbox.sent(mail.id(), clock.instant());
    }
}
