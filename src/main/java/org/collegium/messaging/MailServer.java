package org.collegium.messaging;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.collegium.messaging.Outbox.QueuedMail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server that {@code spring.mail.host} names, if any. */
@Component
class MailServer {

    private final ObjectProvider<JavaMailSender> sender;
    private final boolean present;
    private final String from;

    MailServer(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            @Value("${collegium.mail.from}") String from) {
        this.sender = sender;
        this.present = !host.isBlank();
        this.from = from;
    }

    boolean present() {
        return present;
    }

    /**
     * Hands a mail over. Its Message-ID is the same at each attempt, so that a mail that arrives twice is shown once.
     *
     * @throws org.springframework.mail.MailException when the server does not take it
     */
    void deliver(QueuedMail mail) throws MessagingException {
        InternetAddress sending = new InternetAddress(from);
        String domain = sending.getAddress().substring(sending.getAddress().indexOf('@') + 1);
        JavaMailSender server = sender.getObject();
        MimeMessage message = new StableMessage(server.createMimeMessage(), "<" + mail.id() + "@" + domain + ">");
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(sending);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        helper.setSubject(mail.text().subject());
        helper.setText(mail.text().text(), mail.text().html());
        helper.setSentDate(Date.from(mail.queuedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        server.send(message);
    }

    /** A message that keeps its id. */
    private static final class StableMessage extends MimeMessage {

        private final String id;

        StableMessage(MimeMessage fresh, String id) throws MessagingException {
            super(fresh.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
