package org.collegium.courses;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.courses.CourseCheckRows.Row;
import org.collegium.shared.RetriedTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that looks at the units of a draft, then at the pictures that they show. Each result is kept by itself, so that whoever takes the job over after a
 * kill goes on with the first unit that is open.
 */
@Configuration
class CheckingUnits {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("courses-check");
    private static final int LENGTH_OF_ID = 36;

    /** As much as fits into the name of an instance, and as much as no two drafts of a course share. */
    private static final int LENGTH_OF_HASH = 32;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(180);

    private final ObjectProvider<SchedulerClient> jobs;
    private final DraftRepository drafts;
    private final UnitResults results;
    private final PictureResults pictures;
    private final CourseCheckRows rows;
    private final CountingBlocks blocks;
    private final RetriedTransactions transactions;
    private final Clock clock;

    CheckingUnits(
            ObjectProvider<SchedulerClient> jobs,
            DraftRepository drafts,
            UnitResults results,
            PictureResults pictures,
            CourseCheckRows rows,
            CountingBlocks blocks,
            RetriedTransactions transactions,
            Clock clock) {
        this.jobs = jobs;
        this.drafts = drafts;
        this.results = results;
        this.pictures = pictures;
        this.rows = rows;
        this.blocks = blocks;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> checkingUnitsTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute((instance, context) ->
                        work(new CourseId(UUID.fromString(instance.getId().substring(0, LENGTH_OF_ID)))));
    }

    /**
     * Begins the job when there is something to look at; part of the transaction that asks for it. An import that runs by itself has no
     * jobs; then it begins when somebody opens the draft. Each state of the draft has an instance of its own: that of the one before is
     * there still for a moment after it looked for the last time.
     */
    void ask(CourseId course, CourseManifest draft) {
        if (!results.unkept(draft).isEmpty()
                || !pictures.missing(draft, results.of(draft)).isEmpty()) {
            jobs.ifAvailable(scheduler -> scheduler.scheduleIfNotExists(
                    TASK.instance(course.value() + "/" + draft.hash().substring(0, LENGTH_OF_HASH))
                            .scheduledTo(clock.instant())));
        }
    }

    /** How much of a draft was looked at; at most two queries. */
    CheckProgress progress(CourseManifest draft) {
        Map<String, Row> found = results.of(draft);
        long all = draft.units().stream()
                .filter(unit -> draft.file(unit).isPresent())
                .count();
        return new CheckProgress(
                found.size(),
                (int) all,
                pictures.missing(draft, found).size(),
                found.values().stream().map(Row::at).max(Comparator.naturalOrder()));
    }

    /** Looks at the units of a draft until none is left, also of what was changed meanwhile. */
    void work(CourseId course) {
        List<CourseUnit> open = open(course);
        while (!open.isEmpty()) {
            for (CourseUnit unit : open) {
                transactions.run(() -> {
                    drafts.findById(course)
                            .map(DraftRecord::manifest)
                            .ifPresent(draft ->
                                    draft.unit(unit.key()).ifPresent(now -> results.keep(draft, now, clock.instant())));
                    return true;
                });
            }
            open = open(course);
        }
        for (CourseFile picture : openPictures(course)) {
            transactions.run(() -> {
                pictures.keep(picture, clock.instant());
                return true;
            });
        }
        transactions.run(() -> {
            blocks.count(course);
            rows.forget(clock.instant().minus(KEPT));
            return true;
        });
    }

    private List<CourseFile> openPictures(CourseId course) {
        return drafts.findById(course)
                .map(DraftRecord::manifest)
                .map(draft -> pictures.missing(draft, results.of(draft)))
                .orElse(List.of());
    }

    private List<CourseUnit> open(CourseId course) {
        return drafts.findById(course)
                .map(draft -> results.unkept(draft.manifest()))
                .orElse(List.of());
    }
}
