package org.collegium.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.languages.Variant;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.shared.RetriedTransactions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What a learner read and tried in one language of a course counts in the others; quizzes and labs are done in each, decision 56.
 */
@Service
public class ReadInOtherLanguages {

    private final CourseRuns runs;
    private final Enrolments enrolments;
    private final LearningEventRepository events;
    private final CourseProgressRepository progress;
    private final LearningLog log;
    private final RetriedTransactions transactions;
    private final Clock clock;

    ReadInOtherLanguages(
            CourseRuns runs,
            Enrolments enrolments,
            LearningEventRepository events,
            CourseProgressRepository progress,
            LearningLog log,
            RetriedTransactions transactions,
            Clock clock) {
        this.runs = runs;
        this.enrolments = enrolments;
        this.events = events;
        this.progress = progress;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes over what the learner did in other languages of this course, in the sections that are open to them. Units belong together
     * by their keys. No query for a course in one language, three where nothing is new.
     *
     * @param variants the same course in other languages, which are published
     * @return how many units it completed
     */
    @PreAuthorize("@access.is(#learner)")
    public int count(AccountId learner, CourseEntry.In in, Collection<Variant> variants) {
        Instant now = clock.instant();
        Set<CourseId> others =
                variants.stream().map(variant -> variant.version().course()).collect(Collectors.toSet());
        if (others.isEmpty()
                || !in.run().openAt(now)
                || !enrolments.isEnrolled(learner, in.run().id())) {
            return 0;
        }
        Set<Done> elsewhere = done(learner, others);
        if (elsewhere.isEmpty()) {
            return 0;
        }
        Map<String, UnitProgress> own = progress.withUnits(
                        learner.value(), in.run().id().value())
                .map(CourseProgressRecord::units)
                .orElseGet(Map::of);
        List<Step> open = in.outline().steps().stream()
                .filter(step ->
                        elsewhere.contains(new Done(step.key(), step.rule().event())))
                .filter(step ->
                        !own.getOrDefault(step.key(), UnitProgress.NOTHING).completed())
                .filter(step ->
                        in.dates().closedUntil(step.section().key(), now).isEmpty())
                .toList();
        return open.isEmpty() ? 0 : transactions.run(() -> count(learner, in, open, now));
    }

    private int count(AccountId learner, CourseEntry.In in, List<Step> steps, Instant now) {
        steps.forEach(step -> log.append(
                LearningEvent.once(learner, in.run().id(), step.key(), LearningEventKind.OTHER_LANGUAGE, now),
                in.run(),
                in.outline()));
        return steps.size();
    }

    private Set<Done> done(AccountId learner, Set<CourseId> courses) {
        List<LearningEvent> read = events.readBy(learner.value()).stream()
                .map(LearningEventRecord::seen)
                .toList();
        Map<CourseRunId, CourseRun> known =
                runs.find(read.stream().map(LearningEvent::run).collect(Collectors.toSet()));
        return read.stream()
                .filter(event -> {
                    CourseRun run = known.get(event.run());
                    return run != null && courses.contains(run.course());
                })
                .map(event -> new Done(event.unitKey(), event.kind()))
                .collect(Collectors.toSet());
    }

    private record Done(String unit, LearningEventKind how) {}
}
