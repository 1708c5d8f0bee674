package org.collegium.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets in links that are sent by mail: 256 random bits, usable once and for a limited time. The database keeps
 * their SHA-256 only, so reading it gives nobody an account.
 */
@Component
public class AccountTokens {

    /** What a link is for, and how long it works. */
    public enum Purpose {
        CONFIRM(Duration.ofHours(48)),
        RESET(Duration.ofHours(1)),
        CHANGE_EMAIL(Duration.ofHours(48));

        private final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }

        public Duration validity() {
            return validity;
        }
    }

    private static final int BYTES = 32;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a secret for a link; earlier ones for the same purpose keep working until one of them is used.
     *
     * @param detail what else the link means, such as the new e-mail address
     */
    public String issue(AccountId account, Purpose purpose, @Nullable String detail) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into account_token (hash, account_id, purpose, detail, expires_at) values (?, ?, ?, ?, ?)")
                .param(hash(token))
                .param(account.toString())
                .param(purpose.name())
                .param(detail)
                .param(utc(clock.instant().plus(purpose.validity())))
                .update();
        return token;
    }

    /** Whose link it is while it works, without using it up. */
    public Optional<Redeemed> look(String token, Purpose purpose) {
        if (!SYNTAX.matcher(token).matches()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select account_id, detail from account_token where hash = ? and purpose = ? and expires_at > ?")
                .params(hash(token), purpose.name(), utc(clock.instant()))
                .query((row, number) -> new Redeemed(
                        new AccountId(UUID.fromString(row.getString("account_id"))), row.getString("detail")))
                .optional();
    }

    /** Uses a link up, with all others of the account for the same purpose; empty when it does not work any more. */
    public Optional<Redeemed> redeem(String token, Purpose purpose) {
        Optional<Redeemed> found = look(token, purpose);
        if (found.isEmpty()
                || jdbc.sql("delete from account_token where hash = ?")
                                .param(hash(token))
                                .update()
                        == 0) {
            return Optional.empty();
        }
        revoke(found.get().account(), purpose);
        return found;
    }

    /** Makes all links of an account for this purpose useless. */
    public void revoke(AccountId account, Purpose purpose) {
        jdbc.sql("delete from account_token where account_id = ? and purpose = ?")
                .params(account.toString(), purpose.name())
                .update();
    }

    /** Deletes what has expired. */
    public void forgetExpired() {
        jdbc.sql("delete from account_token where expires_at < ?")
                .param(utc(clock.instant()))
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a working link stands for. */
    public record Redeemed(AccountId account, @Nullable String detail) {}
}
