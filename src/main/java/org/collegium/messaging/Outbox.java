package org.collegium.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that are written, sent or kept. */
@Component
class Outbox {

    private static final int LONGEST_PROBLEM = 1_000;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, MailMessage message, MailText text, MailState state, Instant now) {
        AccountId account = message.account();
        jdbc.sql("""
                        insert into mail (id, account_id, recipient, template, subject, text, html, state, queued_at)
                        values (:id, :account, :recipient, :template, :subject, :text, :html, :state, :now)
                        """)
                .param("id", id.toString())
                .param("account", account == null ? null : account.toString())
                .param("recipient", message.to().value())
                .param("template", message.template())
                .param("subject", shortened(text.subject(), 300))
                .param("text", text.text())
                .param("html", text.html())
                .param("state", state.name())
                .param("now", utc(now))
                .update();
    }

    /** A mail that still has to be sent. */
    Optional<QueuedMail> queued(UUID id) {
        return jdbc.sql(
                        "select id, recipient, subject, text, html, queued_at from mail where id = ? and state = 'QUEUED'")
                .param(id.toString())
                .query((row, number) -> queued(row))
                .optional();
    }

    /** Forgets text and links of a mail that was sent. */
    void sent(UUID id, Instant now) {
        jdbc.sql("update mail set state = 'SENT', sent_at = ?, attempts = attempts + 1, text = null, html = null,"
                        + " problem = null where id = ?")
                .params(utc(now), id.toString())
                .update();
    }

    void notSent(UUID id, MailState state, String problem) {
        jdbc.sql("update mail set state = ?, attempts = attempts + 1, problem = ? where id = ?")
                .params(state.name(), shortened(problem, LONGEST_PROBLEM), id.toString())
                .update();
    }

    /** The latest mails, the newest first. */
    List<MailListItem> latest(int limit) {
        return jdbc.sql("""
                        select id, recipient, subject, text, html, state, queued_at from mail
                        order by queued_at desc, id desc limit ?
                        """).param(limit).query((row, number) -> listed(row)).list();
    }

    Optional<MailListItem> find(UUID id) {
        return jdbc.sql("select id, recipient, subject, text, html, state, queued_at from mail where id = ?")
                .param(id.toString())
                .query((row, number) -> listed(row))
                .optional();
    }

    List<MailOfAccount> of(AccountId account) {
        return jdbc.sql("select recipient, subject, text, state, queued_at from mail where account_id = ? order by id")
                .param(account.toString())
                .query((row, number) -> new MailOfAccount(
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("state"),
                        instant(row)))
                .list();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from mail where account_id = ?")
                .param(account.toString())
                .update();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from mail where queued_at < ?").param(utc(time)).update();
    }

    private static QueuedMail queued(ResultSet row) throws SQLException {
        return new QueuedMail(
                UUID.fromString(row.getString("id")),
                row.getString("recipient"),
                new MailText(row.getString("subject"), row.getString("text"), row.getString("html")),
                instant(row));
    }

    private static MailListItem listed(ResultSet row) throws SQLException {
        return new MailListItem(
                UUID.fromString(row.getString("id")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                row.getString("state"),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("queued_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    record QueuedMail(UUID id, String recipient, MailText text, Instant queuedAt) {}

    record MailOfAccount(
            String recipient, String subject, @Nullable String text, String state, Instant at) {}
}
