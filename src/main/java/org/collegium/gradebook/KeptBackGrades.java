package org.collegium.gradebook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.HeldScores;
import org.collegium.activity.WithheldScores;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the scores of entries that are not released out of results, the explanation of progress and the export of personal data too. */
@Component
class KeptBackGrades implements HeldScores, WithheldScores {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptBackGrades(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Instant> until(UUID run) {
        Map<String, Instant> until = new HashMap<>();
        jdbc.sql("select entry_key, release_at from grade_entry where run_id = ? and held")
                .param(run)
                .query(row -> {
                    Timestamp release = row.getObject(2, Timestamp.class);
                    until.put(row.getString(1), release == null ? Instant.MAX : release.toInstant());
                });
        return until;
    }

    @Override
    public Set<String> units(AccountId learner, UUID run) {
        Instant now = clock.instant();
        return until(run).entrySet().stream()
                .filter(entry -> entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** They are kept back from all alike. */
    @Override
    public Map<AccountId, Set<String>> units(Collection<AccountId> learners, UUID run) {
        if (learners.isEmpty()) {
            return Map.of();
        }
        Set<String> all = units(learners.iterator().next(), run);
        return all.isEmpty()
                ? Map.of()
                : learners.stream().distinct().collect(Collectors.toMap(Function.identity(), learner -> all));
    }
}
