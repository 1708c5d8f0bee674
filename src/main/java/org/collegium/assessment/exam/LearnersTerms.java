package org.collegium.assessment.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String SAID = """
            select setting.opens_at, setting.closes_at, setting.time_limit_minutes, setting.attempts,
                setting.password is not null, given.opens_at, given.closes_at, given.extra_percent,
                given.extra_minutes, given.extra_attempts, given.reason, given.learner_id
            from (select 1 as one) one
            left join quiz_setting setting on setting.run_id = :run and setting.unit_key = :unit
            left join quiz_accommodation given on given.run_id = :run and given.unit_key in ('', :unit)
            """;

    private final JdbcClient jdbc;
    private final QuizPasswords passwords;

    LearnersTerms(JdbcClient jdbc, QuizPasswords passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** What is set for a quiz of a run, and what somebody is given beside it; 0 and null where nothing is. */
    private record Said(
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Integer minutes,
            @Nullable Integer attempts,
            boolean password,
            @Nullable Instant ownOpens,
            @Nullable Instant ownCloses,
            int extraPercent,
            int extraMinutes,
            int extraAttempts,
            String reason) {

        static Said of(ResultSet row, int number) throws SQLException {
            return new Said(
                    Times.of(row, 1),
                    Times.of(row, 2),
                    row.getObject(3, Integer.class),
                    row.getObject(4, Integer.class),
                    row.getBoolean(5),
                    Times.of(row, 6),
                    Times.of(row, 7),
                    row.getInt(8),
                    row.getInt(9),
                    row.getInt(10),
                    Objects.requireNonNullElse(row.getString(11), ""));
        }

        /** What holds for those who are given nothing. */
        Said ofMost() {
            return new Said(opens, closes, minutes, attempts, password, null, null, 0, 0, 0, "");
        }

        QuizTerms on(QuizTerms usual) {
            Duration limit = minutes == null ? usual.limit() : Duration.ofMinutes(minutes);
            int all = attempts == null ? usual.attempts() : attempts;
            return new QuizTerms(
                    ownOpens == null ? opens : ownOpens,
                    ownCloses == null ? closes : ownCloses,
                    limit,
                    extra(limit, extraPercent, extraMinutes),
                    all == 0 ? 0 : all + extraAttempts,
                    password,
                    reason);
        }
    }

    /** @param learner who is given something; null where nobody is */
    private record Row(@Nullable UUID learner, Said said) {}

    /** The terms of many learners in a quiz of a run. */
    public static final class OfRun {

        private final Map<UUID, Said> given;
        private final Said most;

        private OfRun(Map<UUID, Said> given, Said most) {
            this.given = given;
            this.most = most;
        }

        /** @param usual what the quiz itself says */
        public QuizTerms of(AccountId learner, QuizTerms usual) {
            return given.getOrDefault(learner.value(), most).on(usual);
        }
    }

    /**
     * The terms of a learner; one query.
     *
     * @param usual what the quiz itself says
     */
    public QuizTerms of(AccountId learner, UUID run, String unitKey, QuizTerms usual) {
        return one(learner, run, unitKey, usual, "");
    }

    /** As {@link #of}; nobody changes them until the end of the transaction, and what is being changed is waited for. */
    public QuizTerms held(AccountId learner, UUID run, String unitKey, QuizTerms usual) {
        return one(learner, run, unitKey, usual, " lock in share mode");
    }

    private QuizTerms one(AccountId learner, UUID run, String unitKey, QuizTerms usual, String lock) {
        return jdbc.sql(SAID + " and given.learner_id = :learner order by given.unit_key desc limit 1" + lock)
                .param("run", run)
                .param("unit", unitKey)
                .param("learner", learner.value())
                .query(Said::of)
                .single()
                .on(usual);
    }

    /**
     * The terms of a run's learners in a quiz; one query.
     *
     * @param only whom they are asked for; null for everybody
     */
    public OfRun ofRun(UUID run, String unitKey, @Nullable AccountId only) {
        List<Row> rows = jdbc.sql(SAID + (only == null ? "" : " and given.learner_id = :learner")
                        + " order by given.unit_key desc")
                .param("run", run)
                .param("unit", unitKey)
                .param("learner", only == null ? null : only.value())
                .query((row, number) -> new Row(row.getObject(12, UUID.class), Said.of(row, number)))
                .list();
        Map<UUID, Said> given = new HashMap<>();
        for (Row row : rows) {
            if (row.learner() != null) {
                Said unused = given.putIfAbsent(row.learner(), row.said());
            }
        }
        return new OfRun(given, rows.getFirst().said().ofMost());
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
