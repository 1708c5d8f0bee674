package org.collegium.assessment.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On what terms a learner takes a quiz. Of two accommodations the one for this quiz counts, not the one for all quizzes. */
@Component
@Unguarded("asked for the learner themselves inside what they may do, and by jobs")
public class LearnersTerms {

    private final JdbcClient jdbc;
    private final QuizPasswords passwords;

    LearnersTerms(JdbcClient jdbc, QuizPasswords passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /**
     * The terms of a learner; one query.
     *
     * @param usual what the quiz itself says
     */
    public QuizTerms of(AccountId learner, UUID run, String unitKey, QuizTerms usual) {
        return read(learner, run, unitKey, usual, "");
    }

    /** As {@link #of}; nobody changes them until the end of the transaction, and what is being changed is waited for. */
    public QuizTerms held(AccountId learner, UUID run, String unitKey, QuizTerms usual) {
        return read(learner, run, unitKey, usual, " lock in share mode");
    }

    private QuizTerms read(AccountId learner, UUID run, String unitKey, QuizTerms usual, String lock) {
        return jdbc.sql("""
                        select setting.opens_at, setting.closes_at, setting.time_limit_minutes, setting.attempts,
                            setting.password is not null, given.opens_at, given.closes_at, given.extra_percent,
                            given.extra_minutes, given.extra_attempts, given.reason
                        from (select 1 as one) one
                        left join quiz_setting setting on setting.run_id = :run and setting.unit_key = :unit
                        left join quiz_accommodation given on given.run_id = :run and given.learner_id = :learner
                            and given.unit_key in ('', :unit)
                        order by given.unit_key desc limit 1
                        """ + lock)
                .param("run", run)
                .param("unit", unitKey)
                .param("learner", learner.value())
                .query((row, number) -> terms(row, usual))
                .single();
    }

    private static QuizTerms terms(ResultSet row, QuizTerms usual) throws SQLException {
        Integer minutes = row.getObject(3, Integer.class);
        Duration limit = minutes == null ? usual.limit() : Duration.ofMinutes(minutes);
        Integer set = row.getObject(4, Integer.class);
        int attempts = set == null ? usual.attempts() : set;
        String reason = row.getString(11);
        return new QuizTerms(
                own(Times.of(row, 6), Times.of(row, 1)),
                own(Times.of(row, 7), Times.of(row, 2)),
                limit,
                extra(limit, row.getInt(8), row.getInt(9)),
                attempts == 0 ? 0 : attempts + row.getInt(10),
                row.getBoolean(5),
                Objects.requireNonNullElse(reason, ""));
    }

    private static @Nullable Instant own(@Nullable Instant given, @Nullable Instant everybodys) {
        return given == null ? everybodys : given;
    }

    /** A share of the limit, rounded up to whole minutes, and minutes beside it. */
    static Duration extra(Duration limit, int percent, int minutes) {
        return limit.isZero()
                ? Duration.ZERO
                : Duration.ofMinutes(Math.ceilDiv(limit.toMinutes() * percent, 100) + minutes);
    }

    /** Whether this is the password of the quiz, or none is asked for; takes long on purpose. */
    public PasswordAnswer tryPassword(AccountId learner, UUID run, String unitKey, String given) {
        return passwords.tried(learner, run, unitKey, given);
    }
}
