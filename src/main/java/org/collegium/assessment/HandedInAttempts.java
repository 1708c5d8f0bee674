package org.collegium.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.HandedInWork;
import org.collegium.content.BlobId;
import org.collegium.identity.AccountColumn;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says when the attempts at quizzes were submitted of which, by the rules of the quiz, one may count. */
@Component
class HandedInAttempts implements HandedInWork {

    private final JdbcClient jdbc;
    private final Quizzes quizzes;

    HandedInAttempts(JdbcClient jdbc, Quizzes quizzes) {
        this.jdbc = jdbc;
        this.quizzes = quizzes;
    }

    private record Row(AccountId learner, String unitKey, String quiz, double score, Instant at) {

        boolean isBeside(Row other) {
            return learner.equals(other.learner) && unitKey.equals(other.unitKey);
        }
    }

    @Override
    public String kind() {
        return Attempts.KIND;
    }

    @Override
    public List<HandedIn> of(UUID run, Collection<AccountId> learners) {
        if (learners.isEmpty()) {
            return List.of();
        }
        AccountColumn learner = new AccountColumn(1);
        List<HandedIn> all = new ArrayList<>();
        List<Row> ofOne = new ArrayList<>();
        jdbc.sql("""
                        select learner_id, unit_key, quiz_sha256, score, submitted_at from quiz_attempt
                        where run_id = :run and learner_id in (:learners) and state = 'SUBMITTED' and score is not null
                        order by learner_id, unit_key, number
                        """)
                .param("run", run)
                .param("learners", learners.stream().map(AccountId::value).toList())
                .query(row -> {
                    Row next = row(row, learner);
                    if (!ofOne.isEmpty() && !ofOne.getLast().isBeside(next)) {
                        all.addAll(counting(ofOne));
                        ofOne.clear();
                    }
                    ofOne.add(next);
                });
        if (!ofOne.isEmpty()) {
            all.addAll(counting(ofOne));
        }
        return all;
    }

    @Override
    public Map<AccountId, Set<String>> waiting(UUID run, Collection<AccountId> learners) {
        Map<AccountId, Set<String>> waiting = new HashMap<>();
        if (!learners.isEmpty()) {
            jdbc.sql("""
                            select distinct learner_id, unit_key from quiz_attempt
                            where run_id = :run and learner_id in (:learners) and state = 'SUBMITTED' and score is null
                            """)
                    .param("run", run)
                    .param("learners", learners.stream().map(AccountId::value).toList())
                    .query(row -> {
                        waiting.computeIfAbsent(new AccountId(row.getObject(1, UUID.class)), key -> new HashSet<>())
                                .add(row.getString(2));
                    });
        }
        return waiting;
    }

    /** Of one learner at one quiz, the earliest first. */
    private List<HandedIn> counting(List<Row> attempts) {
        Row last = attempts.getLast();
        return switch (quizzes.open(new BlobId(last.quiz())).rules().counts()) {
            case BEST ->
                attempts.stream().map(row -> handedIn(row, row.score())).toList();
            case LATEST -> List.of(handedIn(last, last.score()));
            case FIRST ->
                List.of(handedIn(attempts.getFirst(), attempts.getFirst().score()));
            case AVERAGE ->
                List.of(handedIn(
                        last,
                        attempts.stream().mapToDouble(Row::score).average().orElse(0)));
        };
    }

    private static HandedIn handedIn(Row row, double score) {
        return new HandedIn(row.learner(), row.unitKey(), score, row.at());
    }

    private static Row row(ResultSet row, AccountColumn learner) throws SQLException {
        return new Row(
                learner.read(row),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                Objects.requireNonNull(row.getObject(5, Instant.class)));
    }
}
