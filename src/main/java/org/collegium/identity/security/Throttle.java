package org.collegium.identity.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.collegium.identity.SecurityEvent;
import org.collegium.shared.NetworkAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down those who guess. Attempts are counted before they are looked at, per account and per address, in the
 * database, so that it holds on every node; while one has to wait, the right password waits too.
 */
@Component
public class Throttle {

    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);
    private static final int TRIES = 4;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Throttle(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @param account the e-mail address that was given, whether there is an account or not
     * @param address the network address of the request
     * @return how long to wait; empty when the attempt may go on
     */
    public Optional<Duration> attempt(ThrottledAction action, String account, String address) {
        Optional<Duration> waiting = retrying(() -> count(subjects(action, account, address)));
        waiting.ifPresent(time -> {
            LOG.info("{} from {} has to wait {}", action, address, time);
            events.publishEvent(new SecurityEvent.Throttled(action.name(), address, time));
        });
        return waiting;
    }

    /** Gives an attempt back that turned out to be right, and forgets the account's earlier ones. */
    public void forgive(ThrottledAction action, String account, String address) {
        List<Subject> subjects = subjects(action, account, address);
        retrying(() -> {
            for (Subject subject : subjects) {
                if (subject.ofAccount()) {
                    delete(subject);
                } else {
                    lock(subject)
                            .ifPresent(freeAt -> store(subject, subject.rule().afterForgiving(freeAt)));
                }
            }
            return Optional.empty();
        });
    }

    /** Deletes what has no effect any more. */
    void forgetOld() {
        jdbc.sql("delete from sign_in_throttle where free_at < ?")
                .param(utc(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private Optional<Duration> count(List<Subject> subjects) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Subject subject : subjects) {
            jdbc.sql("insert into sign_in_throttle (subject, free_at) values (?, ?)"
                            + " on duplicate key update free_at = free_at")
                    .params(subject.key(), utc(now))
                    .update();
            Duration waiting = subject.rule().waiting(lock(subject).orElse(now), now);
            longest = waiting.compareTo(longest) > 0 ? waiting : longest;
        }
        if (longest.isPositive()) {
            return Optional.of(longest);
        }
        for (Subject subject : subjects) {
            store(subject, subject.rule().afterAttempt(lock(subject).orElse(now), now));
        }
        return Optional.empty();
    }

    private Optional<Instant> lock(Subject subject) {
        return jdbc.sql("select free_at from sign_in_throttle where subject = ? for update")
                .param(subject.key())
                .query(LocalDateTime.class)
                .optional()
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private void store(Subject subject, Instant freeAt) {
        jdbc.sql("update sign_in_throttle set free_at = ? where subject = ?")
                .params(utc(freeAt), subject.key())
                .update();
    }

    private void delete(Subject subject) {
        jdbc.sql("delete from sign_in_throttle where subject = ?")
                .param(subject.key())
                .update();
    }

    /** Locks collide now and then, on a cluster also at the commit; the loser tries again. */
    private Optional<Duration> retrying(Attempt attempt) {
        for (int number = 1; ; number++) {
            try {
                return Objects.requireNonNull(ownTransaction.execute(status -> attempt.make()));
            } catch (ConcurrencyFailureException collision) {
                if (number == TRIES) {
                    throw collision;
                }
            }
        }
    }

    /** Both subjects in the same order everywhere, so that locks are taken in one order. */
    private static List<Subject> subjects(ThrottledAction action, String account, String address) {
        return List.of(
                        new Subject(key(action, "account", account.strip()), action.perAccount(), true),
                        new Subject(key(action, "address", NetworkAddress.group(address)), action.perAddress(), false))
                .stream()
                .sorted(Comparator.comparing(Subject::key))
                .toList();
    }

    private static String key(ThrottledAction action, String kind, String value) {
        String text = action + "\n" + kind + "\n" + value.toLowerCase(Locale.ROOT);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private interface Attempt {
        Optional<Duration> make();
    }

    private record Subject(String key, ThrottleRule rule, boolean ofAccount) {}
}
