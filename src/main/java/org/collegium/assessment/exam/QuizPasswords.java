package org.collegium.assessment.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The passwords of quizzes. A learner may be wrong ten times at once, then once every half minute, on each node. */
@Component
class QuizPasswords {

    private static final int AT_ONCE = 10;
    private static final Duration REFILL = Duration.ofMinutes(5);
    private static final int REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Cache<AccountId, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(REFILL.multipliedBy(2))
            .build();

    QuizPasswords(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    String encode(String password) {
        return String.valueOf(encoder.encode(password));
    }

    PasswordAnswer tried(AccountId learner, UUID run, String unitKey, String given) {
        Optional<String> wanted = wanted(run, unitKey);
        if (wanted.isEmpty()) {
            return new PasswordAnswer.Right();
        }
        Bucket bucket = bucket(learner);
        if (bucket.getAvailableTokens() == 0) {
            return new PasswordAnswer.Wait(
                    Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                            .plusSeconds(1));
        }
        if (given.length() <= QuizSetting.LONGEST_PASSWORD && encoder.matches(given, wanted.get())) {
            return new PasswordAnswer.Right();
        }
        boolean unused = bucket.tryConsume(1);
        return new PasswordAnswer.Wrong();
    }

    private Optional<String> wanted(UUID run, String unitKey) {
        return jdbc.sql("select password from quiz_setting where run_id = ? and unit_key = ? and password is not null")
                .params(run, unitKey)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    private Bucket bucket(AccountId learner) {
        return buckets.get(
                learner,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(AT_ONCE, REFILL))
                        .build());
    }
}
