package org.collegium.gradebook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.WithheldScores;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.rules.Entry;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.RunScores;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The job that tells learners of grades that were released. That somebody was told is noted with the mail, so that a job that was
 * killed goes on where it was and nobody is told twice, also not of a second release. Who has no grade, or one that the quiz still
 * withholds, gets no mail.
 */
@Configuration
class TellingReleases {

    private static final Logger LOG = LoggerFactory.getLogger(TellingReleases.class);
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final ReadingBooks books;
    private final RunScores scores;
    private final GivenRows given;
    private final List<WithheldScores> withheld;
    private final GradeMails mails;
    private final RetriedTransactions transactions;
    private final SystemActor system;
    private final Clock clock;

    TellingReleases(
            JdbcClient jdbc,
            ReadingBooks books,
            RunScores scores,
            GivenRows given,
            List<WithheldScores> withheld,
            GradeMails mails,
            RetriedTransactions transactions,
            SystemActor system,
            Clock clock) {
        this.jdbc = jdbc;
        this.books = books;
        this.scores = scores;
        this.given = given;
        this.withheld = List.copyOf(withheld);
        this.mails = mails;
        this.transactions = transactions;
        this.system = system;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> tellingReleasesTask() {
        return Tasks.recurring("tell-released-grades", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> sweep());
    }

    /** Tells of everything that is released now. Returns how many learners were looked at here. */
    int sweep() {
        Instant now = clock.instant();
        int looked = 0;
        for (UUID run : jdbc.sql("""
                        select distinct run_id from grade_entry
                        where told_at is null and held and release_at is not null and release_at <= ?
                        """).param(now).query(UUID.class).list()) {
            try {
                looked += system.call(Set.of(LearningPermissions.VIEW_LEARNERS), () -> tell(new CourseRunId(run), now));
            } catch (RuntimeException trouble) {
                LOG.error("Learners of run {} could not be told of their grades", run, trouble);
            }
        }
        return looked;
    }

    private int tell(CourseRunId run, Instant now) {
        List<String> due =
                jdbc.sql("""
                        select entry_key from grade_entry
                        where run_id = ? and told_at is null and held and release_at <= ? order by position, entry_key
                        """).param(run.value()).param(now).query(String.class).list();
        RunBook book = books.of(run);
        List<Entry> entries = book.book().entries().stream()
                .filter(entry -> due.contains(entry.key()))
                .toList();
        int looked = 0;
        List<AccountId> some = untold(run, due);
        while (!some.isEmpty()) {
            List<AccountId> these = some;
            transactions.run(() -> {
                tell(book, entries, due, these);
                return true;
            });
            looked += these.size();
            some = untold(run, due);
        }
        jdbc.sql("update grade_entry set told_at = :at where run_id = :run and entry_key in (:due) and told_at is null")
                .param("at", now)
                .param("run", run.value())
                .param("due", due)
                .update();
        return looked;
    }

    /** Part of one transaction; but for the mails as many queries as for one learner. */
    private void tell(RunBook book, List<Entry> entries, List<String> due, List<AccountId> learners) {
        CourseRunId run = book.run().id();
        Map<AccountId, Set<String>> told = noted(run, due, learners);
        Map<AccountId, Map<String, RunScores.Scored>> earned = scores.of(run, learners);
        Map<AccountId, Map<String, Given>> decided = given.of(run, learners);
        Map<AccountId, Set<String>> kept = kept(run, learners);
        Map<AccountId, List<String>> news = new LinkedHashMap<>();
        for (AccountId learner : learners) {
            Set<String> graded =
                    graded(earned.getOrDefault(learner, Map.of()), decided.getOrDefault(learner, Map.of()));
            graded.removeAll(told.getOrDefault(learner, Set.of()));
            graded.removeAll(kept.getOrDefault(learner, Set.of()));
            List<String> titles = entries.stream()
                    .filter(entry -> graded.contains(entry.key()))
                    .map(Entry::title)
                    .toList();
            if (!titles.isEmpty()) {
                news.put(learner, titles);
            }
        }
        mails.released(book, news);
    }

    private static Set<String> graded(Map<String, RunScores.Scored> earned, Map<String, Given> decided) {
        Set<String> graded = new HashSet<>(earned.keySet());
        decided.forEach((key, one) -> {
            if (one.score() != null) {
                graded.add(key);
            }
        });
        return graded;
    }

    private Map<AccountId, Set<String>> kept(CourseRunId run, List<AccountId> learners) {
        Map<AccountId, Set<String>> kept = new HashMap<>();
        withheld.forEach(each -> each.units(learners, run.value())
                .forEach((learner, units) ->
                        kept.computeIfAbsent(learner, key -> new HashSet<>()).addAll(units)));
        return kept;
    }

    /**
     * Notes that these learners are told of all that is due. Returns what they were told before. Another node that does the same waits
     * for their places.
     */
    private Map<AccountId, Set<String>> noted(CourseRunId run, List<String> due, List<AccountId> learners) {
        List<UUID> ids = learners.stream().map(AccountId::value).toList();
        var unused = asked("""
                select learner_id from enrolment where run_id = :run and learner_id in (:learners)
                order by learner_id for update
                """, run, ids).query(UUID.class).list();
        Map<AccountId, Set<String>> told = new HashMap<>();
        asked("""
                select learner_id, entry_key from grade_told
                where run_id = :run and learner_id in (:learners) for update
                """, run, ids).query(row -> {
            told.computeIfAbsent(new AccountId(row.getObject(1, UUID.class)), key -> new HashSet<>())
                    .add(row.getString(2));
        });
        due.forEach(key -> asked("""
                insert ignore into grade_told (run_id, entry_key, learner_id, told_at)
                select run_id, :key, learner_id, :now from enrolment where run_id = :run and learner_id in (:learners)
                """, run, ids)
                .param("key", key)
                .param("now", clock.instant())
                .update());
        return told;
    }

    private JdbcClient.StatementSpec asked(String sql, CourseRunId run, List<UUID> learners) {
        return jdbc.sql(sql).param("run", run.value()).param("learners", learners);
    }

    /** Learners of a run who were not told of all of these entries. */
    private List<AccountId> untold(CourseRunId run, List<String> due) {
        return jdbc.sql("""
                        select enrolment.learner_id from enrolment enrolment
                        where enrolment.run_id = :run and enrolment.state = 'ACTIVE'
                        and (select count(*) from grade_told told where told.run_id = :run
                            and told.learner_id = enrolment.learner_id and told.entry_key in (:due)) < :all
                        order by enrolment.learner_id limit :most
                        """)
                .param("run", run.value())
                .param("due", due)
                .param("all", due.size())
                .param("most", BATCH)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }
}
