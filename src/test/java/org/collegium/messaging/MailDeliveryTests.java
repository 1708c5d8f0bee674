package org.collegium.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag("module")
@FullApplicationTest
class MailDeliveryTests {

    @Autowired
    private Outbox outbox;

    @Autowired
    private MailTexts texts;

    private final List<MimeMessage> taken = new ArrayList<>();
    private boolean refusing;
    private MailDelivery delivery;

    @BeforeEach
    void begin() {
        MailServer server = new MailServer(provided(), "mail.example.org", "Collegium <no-reply@collegium.example>");
        delivery = new MailDelivery(outbox, server, Clock.systemUTC());
    }

    @Test
    void aQueuedMailIsHandedOverOnceInBothForms() throws Exception {
        UUID id = queued();

        delivery.deliver(id);
        delivery.deliver(id);

        assertThat(taken).hasSize(1);
        MimeMessage mail = taken.getFirst();
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@collegium.example>");
        assertThat(mail.getSubject()).isEqualTo("Set a new password");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(typesOf(mail)).containsExactly("text/plain", "text/html");
        assertThat(outbox.find(id)).hasValueSatisfying(sent -> {
            assertThat(sent.state()).isEqualTo("SENT");
            assertThat(sent.text()).isNull();
        });
    }

    @Test
    void aMailThatIsRefusedStaysInTheQueueWithTheReason() {
        UUID id = queued();
        refusing = true;

        assertThatThrownBy(() -> delivery.deliver(id)).isInstanceOf(MailSendException.class);
        delivery.failed(id, false, "mailbox full");

        assertThat(outbox.queued(id)).isPresent();
        refusing = false;
        delivery.deliver(id);
        assertThat(taken).hasSize(1);
    }

    @Test
    void aMailThatIsGivenUpIsNotSentLater() {
        UUID id = queued();

        delivery.failed(id, true, "no such host");
        delivery.deliver(id);

        assertThat(taken).isEmpty();
    }

    private UUID queued() {
        UUID id = Uuids.next();
        MailMessage message = new MailMessage(
                null,
                new EmailAddress("ada@example.org"),
                "identity-reset",
                Map.of("name", "Ada", "link", "https://collegium.example/reset/abc", "hours", 1L),
                Locale.ENGLISH);
        outbox.add(
                id,
                message,
                texts.write(message),
                MailState.QUEUED,
                Instant.now().minus(Duration.ofSeconds(1)));
        return id;
    }

    private static List<String> typesOf(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart parts)) {
            return List.of(part.getContentType().replaceAll(";.*", ""));
        }
        List<String> types = new ArrayList<>();
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart inner = parts.getBodyPart(index);
            types.addAll(typesOf(inner));
        }
        return types;
    }

    private ObjectProvider<JavaMailSender> provided() {
        JavaMailSenderImpl server = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                if (refusing) {
                    throw new MailSendException("refused");
                }
                for (MimeMessage message : messages) {
                    try {
                        message.saveChanges();
                    } catch (MessagingException unwritable) {
                        throw new IllegalStateException(unwritable);
                    }
                    taken.add(message);
                }
            }
        };
        server.setSession(Session.getInstance(new Properties()));
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return server;
            }
        };
    }
}
