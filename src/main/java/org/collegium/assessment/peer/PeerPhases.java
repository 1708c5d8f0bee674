package org.collegium.assessment.peer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that moves peer reviews on when their time has come: gathers what was handed in and says who reviews whom, has everybody review
 * their own, and gives the marks. Each step is one transaction that holds the task, so it is done once, by whichever node.
 */
@Configuration
class PeerPhases {

    private static final Logger LOG = LoggerFactory.getLogger(PeerPhases.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);

    /** So long after its time nothing is taken any more, by the clock of whatever node. */
    private static final Duration LATER = PeerReviewing.UNDER_WAY.plusSeconds(5);

    /** Longer than that nobody waits for an attempt that cannot be ended. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PeerTaskRows tasks;
    private final PeerTextRows texts;
    private final PeerReviewRows reviews;
    private final PeerExampleRows examples;
    private final PeerResults results;
    private final PeerMails mails;
    private final RetriedTransactions transactions;
    private final Clock clock;

    PeerPhases(
            PeerTaskRows tasks,
            PeerTextRows texts,
            PeerReviewRows reviews,
            PeerExampleRows examples,
            PeerResults results,
            PeerMails mails,
            RetriedTransactions transactions,
            Clock clock) {
        this.tasks = tasks;
        this.texts = texts;
        this.reviews = reviews;
        this.examples = examples;
        this.results = results;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> peerPhasesTask() {
        return Tasks.recurring("move-peer-reviews", Schedules.fixedDelay(OFTEN))
                .execute((instance, context) -> sweep());
    }

    /** Moves on what is due, then writes to those who have yet to hear of it. What fails is tried again the next time. */
    void sweep() {
        for (UUID task : tasks.due(clock.instant().minus(LATER))) {
            try {
                // Held for a moment: whoever gives a review just now is waited for.
                transactions.run(() -> tasks.held(task)).filter(this::ends).ifPresent(results::give);
                moveOn(task);
            } catch (RuntimeException trouble) {
                LOG.error("The peer reviews {} could not be moved on", task, trouble);
            }
        }
        mails.tellAll();
    }

    /** Marks are given before, each in a transaction of its own, so that thousands of them hold nobody up. */
    private boolean ends(PeerTask task) {
        return switch (task.phase()) {
            case SUBMIT, DONE -> false;
            case REVIEW -> task.data().selfBy() == null && isOver(task.data().reviewBy());
            case SELF -> isOver(task.data().selfBy());
        };
    }

    private void moveOn(UUID id) {
        transactions.run(() -> {
            tasks.held(id).ifPresent(this::moveOn);
            return true;
        });
    }

    private void moveOn(PeerTask task) {
        PeerTaskData data = task.data();
        switch (task.phase()) {
            case SUBMIT -> {
                if (isOver(data.submitBy()) && !waits(task)) {
                    allocate(task);
                    tasks.move(task.id(), PeerPhase.REVIEW);
                }
            }
            case REVIEW -> {
                if (ends(task)) {
                    tasks.move(task.id(), PeerPhase.DONE);
                } else if (isOver(data.reviewBy())) {
                    reviewOwn(task);
                    tasks.move(task.id(), PeerPhase.SELF);
                }
            }
            case SELF -> {
                if (ends(task)) {
                    tasks.move(task.id(), PeerPhase.DONE);
                }
            }
            case DONE -> {}
        }
    }

    private boolean isOver(@Nullable Instant time) {
        return time != null && !clock.instant().isBefore(time.plus(LATER));
    }

    /** Answers whose clock ended with the time take part too; they are there once the platform has ended their attempts. */
    private boolean waits(PeerTask task) {
        Instant by = Objects.requireNonNull(task.data().submitBy());
        return clock.instant().isBefore(by.plus(PATIENCE)) && texts.toEnd(task, by);
    }

    private void allocate(PeerTask task) {
        texts.gather(task, Objects.requireNonNull(task.data().submitBy()).plus(PeerReviewing.UNDER_WAY));
        Map<UUID, UUID> textOf = new HashMap<>();
        texts.of(task.id()).forEach(text -> textOf.put(text.learner().value(), text.id()));
        List<PeerExample> known = examples.of(task.id());
        List<PeerReviewRows.New> all = new ArrayList<>();
        PeerAllocation.circle(textOf.keySet(), task.data().reviews(), task.seed())
                .forEach((reviewer, authors) -> {
                    int number = 0;
                    for (PeerExample example : known) {
                        all.add(new PeerReviewRows.New(reviewer, null, example.id(), ++number));
                    }
                    for (UUID author : authors) {
                        all.add(new PeerReviewRows.New(reviewer, textOf.get(author), null, ++number));
                    }
                });
        reviews.add(task.id(), all);
    }

    private void reviewOwn(PeerTask task) {
        Map<UUID, Integer> many = new HashMap<>();
        reviews.of(task.id()).forEach(row -> {
            if (row.reviewer() != null) {
                many.merge(row.reviewer(), row.number(), Math::max);
            }
        });
        reviews.add(
                task.id(),
                texts.of(task.id()).stream()
                        .map(text -> new PeerReviewRows.New(
                                text.learner().value(),
                                text.id(),
                                null,
                                many.getOrDefault(text.learner().value(), 0) + 1))
                        .toList());
    }
}
