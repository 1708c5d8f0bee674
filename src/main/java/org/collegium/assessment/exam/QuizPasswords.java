package org.collegium.assessment.exam;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.RateLimit;
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
    private final RateLimit<AccountId> guesses = new RateLimit<>(AT_ONCE, REFILL, REMEMBERED);

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
        // Counted before it is looked at, so that many at once are no way around it.
        if (!guesses.take(learner)) {
            return new PasswordAnswer.Wait(guesses.waiting(learner).orElse(Duration.ofSeconds(1)));
        }
        if (given.length() <= QuizSetting.LONGEST_PASSWORD && encoder.matches(given, wanted.get())) {
            guesses.giveBack(learner);
            return new PasswordAnswer.Right();
        }
        return new PasswordAnswer.Wrong();
    }

    private Optional<String> wanted(UUID run, String unitKey) {
        return jdbc.sql("select password from quiz_setting where run_id = ? and unit_key = ? and password is not null")
                .params(run, unitKey)
                .query((row, number) -> row.getString(1))
                .optional();
    }
}
