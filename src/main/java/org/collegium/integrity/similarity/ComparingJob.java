package org.collegium.integrity.similarity;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.SystemActor;
import org.collegium.integrity.similarity.Comparison.State;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/**
 * The job that compares texts. Each part is written by itself with how far it is, so that whoever takes the job over after a kill goes
 * on with the next.
 */
@Configuration
class ComparingJob {

    /** The most pairs of a part that are told. */
    static final int MOST_PAIRS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(ComparingJob.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("compare-texts");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ObjectProvider<SchedulerClient> jobs;
    private final ComparisonRows rows;
    private final UnitsOfRuns units;
    private final RetriedTransactions transactions;
    private final SystemActor system;
    private final Clock clock;

    ComparingJob(
            ObjectProvider<SchedulerClient> jobs,
            ComparisonRows rows,
            UnitsOfRuns units,
            RetriedTransactions transactions,
            SystemActor system,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.units = units;
        this.transactions = transactions;
        this.system = system;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> comparingTextsTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) -> work(UUID.fromString(instance.getId())));
    }

    /** Part of the transaction that begins the comparison. */
    void schedule(UUID id) {
        jobs.getObject().scheduleIfNotExists(TASK.instance(id.toString()).scheduledTo(clock.instant()));
    }

    /** Does what is left to do; a database that is away is waited for. */
    void work(UUID id) {
        rows.find(id).filter(found -> found.state() == State.RUNNING).ifPresent(comparison -> {
            try {
                system.run(Set.of(), () -> compare(comparison));
                rows.end(id, State.DONE, clock.instant());
            } catch (DataAccessException away) {
                throw away;
            } catch (RuntimeException trouble) {
                LOG.error(
                        "The texts of {} in run {} were not compared", comparison.unitKey(), comparison.run(), trouble);
                rows.end(id, State.FAILED, clock.instant());
            }
        });
    }

    private void compare(Comparison comparison) {
        CourseRunId run = new CourseRunId(comparison.run());
        ComparedTexts texts = units.reader(run, comparison.unitKey())
                .orElseThrow(() -> new IllegalStateException("The run has no such unit"));
        List<ComparedPart> parts = texts.parts(run, comparison.unitKey());
        int compared = comparison.texts();
        int tooShort = comparison.shortTexts();
        for (int i = comparison.partsDone(); i < parts.size(); i++) {
            ComparedPart part = parts.get(i);
            List<ComparedText> all = texts.texts(run, comparison.unitKey(), part);
            List<ComparisonRows.Found> found = pairs(part, all);
            int few = (int) all.stream().filter(text -> isTooShort(text, part)).count();
            compared += all.size() - few;
            tooShort += few;
            int done = i + 1;
            int sum = compared;
            int sumShort = tooShort;
            transactions.run(() -> {
                rows.part(comparison.id(), part.key(), found, done, parts.size(), sum, sumShort);
                return true;
            });
        }
    }

    private static boolean isTooShort(ComparedText text, ComparedPart part) {
        return part.wording().tokens(text.text()).size() < part.wording().least();
    }

    /** In an order of their own, so that the same texts give the same pairs. */
    private static List<ComparisonRows.Found> pairs(ComparedPart part, List<ComparedText> all) {
        List<ComparedText> texts =
                all.stream().sorted(Comparator.comparing(ComparedText::source)).toList();
        long[] base = Fingerprints.base(part.base(), part.wording());
        Cohort cohort = new Cohort();
        texts.forEach(text -> cohort.add(Fingerprints.of(part.wording().tokens(text.text()), part.wording(), base)));
        return cohort.pairs(MOST_PAIRS).stream()
                .map(pair -> new ComparisonRows.Found(texts.get(pair.left()), texts.get(pair.right()), pair.share()))
                .toList();
    }
}
