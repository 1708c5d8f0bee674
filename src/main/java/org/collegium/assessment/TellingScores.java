package org.collegium.assessment;

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

    TellingScores(AttemptRepository attempts, Quizzes quizzes, ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.quizzes = quizzes;
        this.events = events;
    }

    /** After an attempt was graded; nothing is told of one that still waits for marks. */
    void after(AttemptRecord attempt, Instant now) {
        if (attempt.waiting()) {
            return;
        }
        AccountId learner = attempt.learner();
        List<AttemptSummary> all = attempts.ofUnit(learner.value(), attempt.run(), attempt.unitKey()).stream()
                .map(AttemptRecord::seen)
                .toList();
        Standing standing = Standing.of(quizzes.open(attempt.quiz()), all);
        events.publishEvent(new ActivityCompleted(
                learner, attempt.run(), attempt.unitKey(), Attempts.KIND, standing.score(), standing.passed(), now));
    }
}
