package org.collegium.learning.rollout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.OpenWork;
import org.collegium.courses.CourseRun;
import org.collegium.identity.AccountId;
import org.collegium.learning.CertificateOutlook;
import org.collegium.learning.UnitResults;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the learners of a run are, all of them at once. To ask once for thousands it reads names from identity and enrolments from
 * enrolment, and nothing else of them.
 */
@Component
class RunStandings {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Optional<CertificateOutlook> outlook;
    private final List<OpenWork> openWork;

    RunStandings(JdbcClient jdbc, Optional<CertificateOutlook> outlook, List<OpenWork> openWork) {
        this.jdbc = jdbc;
        this.outlook = outlook;
        this.openWork = List.copyOf(openWork);
    }

    private record Person(AccountId id, String name, String email, boolean began, boolean completed) {}

    private record Done(Map<String, Instant> completed, Map<String, Double> scores) {}

    /** The learners who are in a run by name; one query, and two for each 500 learners with one for each kind of open work. */
    List<Learner> of(CourseRun run) {
        List<Person> people = jdbc.sql("""
                        select account.id, account.name, account.email, progress.last_activity_at is not null,
                            progress.completed_at is not null
                        from enrolment join account on account.id = enrolment.learner_id
                        left join course_progress progress
                            on progress.learner_id = enrolment.learner_id and progress.run_id = enrolment.run_id
                        where enrolment.run_id = ? and enrolment.state = 'ACTIVE' order by account.name, account.id
                        """)
                .param(run.id().value())
                .query((row, number) -> new Person(
                        new AccountId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5)))
                .list();
        List<Learner> learners = new ArrayList<>();
        for (int from = 0; from < people.size(); from += BATCH) {
            learners.addAll(standings(run, people.subList(from, Math.min(people.size(), from + BATCH))));
        }
        return learners;
    }

    private List<Learner> standings(CourseRun run, List<Person> people) {
        List<AccountId> ids = people.stream().map(Person::id).toList();
        Map<AccountId, Done> done = done(run, ids);
        Set<AccountId> holders = outlook.map(certificates -> certificates.holders(run.course(), ids))
                .orElse(Set.of());
        Map<AccountId, Set<String>> open = new HashMap<>();
        openWork.forEach(kind -> kind.of(run.id().value(), ids)
                .forEach(one -> open.computeIfAbsent(one.learner(), learner -> new HashSet<>())
                        .add(one.unitKey())));
        return people.stream()
                .map(person -> {
                    Done results = done.getOrDefault(person.id(), new Done(Map.of(), Map.of()));
                    return new Learner(
                            person.id(),
                            person.name(),
                            person.email(),
                            person.began(),
                            person.completed(),
                            holders.contains(person.id()),
                            new UnitResults(results.completed().keySet(), results.scores()),
                            results.completed(),
                            open.getOrDefault(person.id(), Set.of()));
                })
                .toList();
    }

    private Map<AccountId, Done> done(CourseRun run, List<AccountId> learners) {
        Map<AccountId, Done> done = new HashMap<>();
        jdbc.sql("""
                        select learner_id, unit_key, completed_at, score from unit_progress
                        where run_id = :run and learner_id in (:learners)
                        """)
                .param("run", run.id().value())
                .param("learners", learners.stream().map(AccountId::value).toList())
                .query(row -> {
                    Done one = done.computeIfAbsent(
                            new AccountId(row.getObject(1, UUID.class)),
                            learner -> new Done(new HashMap<>(), new HashMap<>()));
                    Timestamp completedAt = row.getTimestamp(3);
                    if (completedAt != null) {
                        one.completed().put(row.getString(2), completedAt.toInstant());
                    }
                    double score = row.getDouble(4);
                    if (!row.wasNull()) {
                        one.scores().put(row.getString(2), score);
                    }
                });
        return done;
    }
}
