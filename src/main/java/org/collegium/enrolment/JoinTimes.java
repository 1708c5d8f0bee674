package org.collegium.enrolment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When learners joined a run, from which times of their own count. */
@Component
@Unguarded("asked by services of other modules about learners whom they may see")
public class JoinTimes {

    private final JdbcClient jdbc;

    JoinTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The times of these learners, also of those who left; those who never were in the run are missing. At most one query. */
    public Map<AccountId, Instant> of(CourseRunId run, Collection<AccountId> learners) {
        Map<AccountId, Instant> times = new HashMap<>();
        if (!learners.isEmpty()) {
            jdbc.sql("select learner_id, joined_at from enrolment where run_id = :run and learner_id in (:learners)")
                    .param("run", run.value())
                    .param("learners", learners.stream().map(AccountId::value).toList())
                    .query(row -> {
                        times.put(
                                new AccountId(row.getObject(1, UUID.class)),
                                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                    });
        }
        return times;
    }
}
