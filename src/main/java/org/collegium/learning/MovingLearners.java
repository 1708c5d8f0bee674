package org.collegium.learning;

import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseRun;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries the progress of one learner over to the version that their run has now. */
@Component
@Unguarded("called by the job of a roll-out that was permitted")
public class MovingLearners {

    private final LearningEventRepository events;
    private final LearningLog log;
    private final ApplicationEventPublisher publisher;

    MovingLearners(LearningEventRepository events, LearningLog log, ApplicationEventPublisher publisher) {
        this.events = events;
        this.log = log;
        this.publisher = publisher;
    }

    /**
     * What the move meant for a learner.
     *
     * @param completed whether the course is complete for them; once it was, it stays so
     * @param newly whether the move made it so
     */
    public record Moved(Map<String, UnitProgress> units, boolean completed, boolean newly) {}

    /** Derives the progress of a learner, who has done something before, from the event log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved carry(AccountId learner, CourseRun run, CourseOutline outline) {
        CourseProgressRecord locked = log.lock(ProgressId.of(learner, run.id()));
        boolean before = locked.seen().completedAt().isPresent();
        CourseOutline current = log.current(run, outline);
        List<LearningEvent> facts = events.of(learner.value(), run.id().value()).stream()
                .map(LearningEventRecord::seen)
                .toList();
        boolean changed = locked.derive(facts, current);
        log.settle(locked, run, current);
        if (changed) {
            publisher.publishEvent(new LearnerMoved(learner, run.id()));
        }
        boolean after = locked.seen().completedAt().isPresent();
        return new Moved(locked.units(), after, after && !before);
    }
}
