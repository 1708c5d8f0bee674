package org.collegium.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.collegium.activity.ActivityCompleted;
import org.collegium.identity.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the other modules what a learner's attempts at a quiz are worth together, whenever that changes. */
@Component
class TellingScores {

    private final AttemptRepository attempts;
    private final Quizzes quizzes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TellingScores(AttemptRepository attempts, Quizzes quizzes, ApplicationEventPublisher events, Clock clock) {
        this.attempts = attempts;
        this.quizzes = quizzes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * After an attempt was graded, which is held; nothing is told of one that still waits for marks. When several attempts of a learner
     * are graded at once, each waits for those before it, so that what is told last is told of all.
     */
    void after(AttemptRecord attempt) {
        if (attempt.waiting()) {
            return;
        }
        AccountId learner = attempt.learner();
        if (attempt.number() > 1) {
            var unused = attempts.holdFirst(learner.value(), attempt.run(), attempt.unitKey());
        }
        Instant now = clock.instant();
        List<AttemptSummary> all = attempts.ofUnit(learner.value(), attempt.run(), attempt.unitKey()).stream()
                .map(AttemptRecord::seen)
                .toList();
        Standing standing = Standing.of(quizzes.open(attempt.quiz()), all);
        events.publishEvent(new ActivityCompleted(
                learner, attempt.run(), attempt.unitKey(), Attempts.KIND, standing.score(), standing.passed(), now));
    }
}
