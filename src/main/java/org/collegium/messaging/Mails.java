package org.collegium.messaging;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.collegium.shared.Unguarded;
import org.collegium.shared.Uuids;
import org.collegium.shared.messages.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mails: written down in the transaction of their cause, sent after it, again and again until it works. */
@Service
@Unguarded("a mail is part of the operation that causes it")
public class Mails {

    private final MailTexts texts;
    private final Messages messages;
    private final Outbox outbox;
    private final MailServer server;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Mails(
            MailTexts texts,
            Messages messages,
            Outbox outbox,
            MailServer server,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.texts = texts;
        this.messages = messages;
        this.outbox = outbox;
        this.server = server;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** The language in which somebody gets mails: their own where there are texts in it, else English. Numbers and times are written by it too. */
    public Locale language(Locale own) {
        return messages.languages().stream()
                        .anyMatch(there -> there.getLanguage().equals(own.getLanguage()))
                ? own
                : Locale.ENGLISH;
    }

    /**
     * Has a mail sent when the current transaction succeeds. Without a mail server it is only kept.
     *
     * @return the id of the mail
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(MailMessage message) {
        UUID id = Uuids.next();
        MailState state = server.present() ? MailState.QUEUED : MailState.KEPT;
        outbox.add(id, message, texts.write(message), state, clock.instant());
        if (state == MailState.QUEUED) {
            scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            MailSending.TASK.instance(id.toString()).build(), clock.instant());
        }
        return id;
    }
}
