package org.collegium.learning.rollout;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.collegium.courses.CourseRun;
import org.collegium.courses.UnitDifference;
import org.collegium.learning.rollout.Effect.Certificate;

/**
 * What another version means for the learners of a run, counted.
 *
 * @param from number of the version that it has
 * @param to number of the version that it would get
 * @param learners who are in it
 * @param began of them
 * @param completed of them have completed the course; it stays so
 * @param concerned for whom something changes
 * @param rises whose percentage rises
 * @param falls whose percentage falls
 * @param completes for whom the course is complete by it
 * @param earned who have done all that the certificate needs by it
 * @param missing for whom something is missing for the certificate by it
 * @param open with work that is not graded yet at units that change or go away
 * @param units that differ, with whom that concerns
 */
public record RunEffect(
        CourseRun run,
        int from,
        int to,
        int learners,
        int began,
        int completed,
        int concerned,
        int rises,
        int falls,
        int completes,
        int earned,
        int missing,
        int open,
        List<UnitEffect> units) {

    /** A unit that differs, and how many learners that concerns. */
    public record UnitEffect(UnitDifference difference, UnitCount count) {}

    public RunEffect {
        units = List.copyOf(units);
    }

    static RunEffect of(CourseRun run, int from, int to, Change change, List<Learner> learners) {
        List<Effect> effects = learners.stream().map(change::on).toList();
        Map<String, UnitCount> counts = change.counts(learners);
        return new RunEffect(
                run,
                from,
                to,
                learners.size(),
                (int) learners.stream().filter(Learner::began).count(),
                (int) learners.stream().filter(Learner::completed).count(),
                count(effects, Effect::concerns),
                count(effects, one -> one.after().percent() > one.before().percent()),
                count(effects, one -> one.after().percent() < one.before().percent()),
                count(effects, Effect::completes),
                count(effects, one -> one.certificate() == Certificate.EARNED),
                count(effects, one -> one.certificate() == Certificate.MISSING),
                count(effects, one -> !one.open().isEmpty()),
                change.differences().stream()
                        .map(unit -> new UnitEffect(
                                unit, counts.getOrDefault(unit.unit().key(), UnitCount.NONE)))
                        .toList());
    }

    private static int count(List<Effect> effects, Predicate<Effect> which) {
        return (int) effects.stream().filter(which).count();
    }
}
