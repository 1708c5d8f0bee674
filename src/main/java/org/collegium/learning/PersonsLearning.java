package org.collegium.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.WithheldScores;
import org.collegium.courses.CourseRunId;
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
    private final UnreleasedRows unreleased;
    private final List<WithheldScores> withheld;

    PersonsLearning(
            LearningEventRepository events,
            CourseProgressRepository progress,
            ResumePointRepository resumePoints,
            UnreleasedRows unreleased,
            List<WithheldScores> withheld) {
        this.events = events;
        this.progress = progress;
        this.resumePoints = resumePoints;
        this.unreleased = unreleased;
        this.withheld = List.copyOf(withheld);
    }

    @Override
    public String name() {
        return "learning";
    }

    @Override
    public Set<String> tables() {
        return Set.of("learning_event", "course_progress", "unit_progress", "resume_point", "unreleased_result");
    }

    /**
     * The facts and the places one stopped at; progress is derived from the facts and says nothing more. A score that the learner may
     * not see yet is left out, and it is said that there is one.
     */
    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        List<LearningEvent> known = events.everyOf(account.value()).stream()
                .map(LearningEventRecord::seen)
                .toList();
        Map<CourseRunId, Set<String>> kept = known.stream()
                .filter(event -> event.kind() == LearningEventKind.SCORED)
                .map(LearningEvent::run)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), run -> kept(account, run)));
        List<Fact> facts = known.stream()
                .map(event ->
                        fact(event, kept.getOrDefault(event.run(), Set.of()).contains(event.unitKey())))
                .toList();
        List<Stop> stops = resumePoints.everyOf(account.value()).stream()
                .map(ResumePointRecord::seen)
                .map(point -> new Stop(point.run().toString(), point.unitKey(), point.place(), point.at()))
                .toList();
        List<Awaited> awaited = unreleased.of(account).stream()
                .map(row -> new Awaited(row.run().toString(), row.unit()))
                .toList();
        return new Learnt(facts, stops, awaited);
    }

    private Set<String> kept(AccountId account, CourseRunId run) {
        return withheld.stream()
                .flatMap(scores -> scores.units(account, run.value()).stream())
                .collect(Collectors.toSet());
    }

    private static Fact fact(LearningEvent event, boolean kept) {
        boolean hidden = kept && event.kind() == LearningEventKind.SCORED;
        return new Fact(
                event.run().toString(),
                event.unitKey(),
                event.kind(),
                hidden ? null : event.score(),
                hidden ? null : event.passed(),
                hidden,
                event.at());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        progress.deleteOf(erased.account().value());
        resumePoints.deleteOf(erased.account().value());
        unreleased.deleteOf(erased.account());
        events.deleteOf(erased.account().value());
    }

    private record Learnt(List<Fact> events, List<Stop> stoppedAt, List<Awaited> resultsToCome) {}

    private record Awaited(String run, String unit) {}

    private record Fact(
            String run,
            String unit,
            LearningEventKind kind,
            @Nullable Double score,
            @Nullable Boolean passed,
            boolean scoreWithheld,
            Instant at) {}

    private record Stop(String run, String unit, int block, Instant at) {}
}
