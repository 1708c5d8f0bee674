package org.collegium.learning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person may take with them of their learning; all of it goes with the account. */
@Component
class PersonsLearning implements PersonalDataExport {

    private final LearningEventRepository events;
    private final CourseProgressRepository progress;
    private final ResumePointRepository resumePoints;

    PersonsLearning(
            LearningEventRepository events, CourseProgressRepository progress, ResumePointRepository resumePoints) {
        this.events = events;
        this.progress = progress;
        this.resumePoints = resumePoints;
    }

    @Override
    public String name() {
        return "learning";
    }

    @Override
    public Set<String> tables() {
        return Set.of("learning_event", "course_progress", "unit_progress", "resume_point");
    }

    /** The facts and the places one stopped at; progress is derived from the facts and says nothing more. */
    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        List<Fact> facts = events.everyOf(account.value()).stream()
                .map(LearningEventRecord::seen)
                .map(event -> new Fact(
                        event.run().toString(),
                        event.unitKey(),
                        event.kind(),
                        event.score(),
                        event.passed(),
                        event.at()))
                .toList();
        List<Stop> stops = resumePoints.everyOf(account.value()).stream()
                .map(ResumePointRecord::seen)
                .map(point -> new Stop(point.run().toString(), point.unitKey(), point.place(), point.at()))
                .toList();
        return new Learnt(facts, stops);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        progress.deleteOf(erased.account().value());
        resumePoints.deleteOf(erased.account().value());
        events.deleteOf(erased.account().value());
    }

    private record Learnt(List<Fact> events, List<Stop> stoppedAt) {}

    private record Fact(
            String run,
            String unit,
            LearningEventKind kind,
            @Nullable Double score,
            @Nullable Boolean passed,
            Instant at) {}

    private record Stop(String run, String unit, int block, Instant at) {}
}
