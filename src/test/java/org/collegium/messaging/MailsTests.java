package org.collegium.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.shared.EmailAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("module")
@FullApplicationTest
class MailsTests {

    @Autowired
    private Mails mails;

    @Autowired
    private MailTexts texts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private final AccountId account = AccountId.next();

    @Test
    void aMailIsKeptWithItsTextsWhileThereIsNoServer() {
        UUID id = send("Ada");

        MailListItem mail = outbox.find(id).orElseThrow();
        assertThat(mail.state()).isEqualTo("KEPT");
        assertThat(mail.subject()).isEqualTo("Confirm your e-mail address");
        assertThat(mail.text()).contains("Hello,", "https://collegium.example/confirm/abc", "48 hours");
        assertThat(mail.html()).contains("Hello,", "href=\"https://collegium.example/confirm/abc\"");
    }

    @Test
    void numbersFollowTheLanguageOfTheText() {
        assertThat(mails.language(Locale.forLanguageTag("pl"))).isEqualTo(Locale.ENGLISH);
        assertThat(mails.language(Locale.UK)).isEqualTo(Locale.UK);
    }

    @Test
    void aMailIsNotSentWhenItsCauseFails() {
        UUID[] id = new UUID[1];
        transaction.executeWithoutResult(status -> {
            id[0] = mails.send(message("Ada"));
            status.setRollbackOnly();
        });

        assertThat(outbox.find(id[0])).isEmpty();
    }

    @Test
    void aMailWithoutACauseIsAMistake() {
        assertThatThrownBy(() -> mails.send(message("Ada"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatPeopleTypeCannotBecomeMarkup() {
        MailText text = texts.write(new MailMessage(
                account,
                new EmailAddress("ada@example.org"),
                "identity-reset",
                Map.of(
                        "name",
                        "<b onclick='x'>Ada</b> & co",
                        "link",
                        "https://collegium.example/reset/abc",
                        "hours",
                        1L),
                Locale.ENGLISH));

        assertThat(text.html()).doesNotContain("<b onclick").contains("&lt;b onclick");
        assertThat(text.text()).contains("<b onclick='x'>Ada</b> & co");
    }

    @Test
    void theFirstMailToAnAddressCarriesNothingThatAStrangerTyped() {
        MailText text = texts.write(message("Win a prize at evil.example"));

        assertThat(text.text() + text.html()).doesNotContain("evil.example");
    }

    @Test
    void everyMailHasBothFormsAndAllItsTexts() throws Exception {
        Map<String, Object> arguments = Map.of(
                "name", "Ada",
                "link", "https://collegium.example/x",
                "hours", 48L,
                "newAddress", "new@example.org");
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/mail"))) {
            for (String template : files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("identity-") && name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .toList()) {
                MailText text = texts.write(new MailMessage(
                        null, new EmailAddress("ada@example.org"), template, arguments, Locale.ENGLISH));
                assertThat(text.html()).as(template).contains("<h1").doesNotContain("??", " th:");
                assertThat(text.text()).as(template).contains("Hello").doesNotContain("??", "[#", " th:");
            }
        }
    }

    @Test
    void mailsGoWithTheAccount() {
        UUID id = send("Ada");

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountErased(account, Instant.now())));

        assertThat(outbox.find(id)).isEmpty();
    }

    @Test
    void aMailThatWasSentKeepsNeitherTextNorLink() {
        UUID id = send("Ada");

        outbox.sent(id, Instant.now());

        assertThat(jdbc.sql("select count(*) from mail where id = ? and text is null and html is null")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private UUID send(String name) {
        return Objects.requireNonNull(transaction.execute(status -> mails.send(message(name))));
    }

    private MailMessage message(String name) {
        return new MailMessage(
                account,
                new EmailAddress("ada@example.org"),
                "identity-confirm",
                Map.of("name", name, "link", "https://collegium.example/confirm/abc", "hours", 48L),
                Locale.ENGLISH);
    }
}
