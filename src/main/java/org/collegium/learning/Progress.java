package org.collegium.learning;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.UnreleasedResults;
import org.collegium.activity.WithheldScores;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.AccountId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far learners are, and why: for themselves, and for those who may see the learners of a run. */
@Service
public class Progress {

    private static final String STAFF = "@runAccess.may('" + LearningPermissions.VIEW_LEARNERS + "', #run)";
    private static final String OWN_OR_STAFF = "@access.is(#learner) or " + STAFF;

    private final CourseProgressRepository progress;
    private final CourseRuns runs;
    private final CourseOutlines outlines;
    private final List<WithheldScores> withheld;
    private final AwaitingResults awaiting;

    Progress(
            CourseProgressRepository progress,
            CourseRuns runs,
            CourseOutlines outlines,
            List<WithheldScores> withheld,
            AwaitingResults awaiting) {
        this.progress = progress;
        this.runs = runs;
        this.outlines = outlines;
        this.withheld = List.copyOf(withheld);
        this.awaiting = awaiting;
    }

    /** The progress of a learner in a run, nothing done when nothing happened; one query. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public ProgressSummary of(AccountId learner, CourseRunId run) {
        return progress.findById(ProgressId.of(learner, run))
                .map(CourseProgressRecord::seen)
                .orElseGet(() -> ProgressSummary.none(learner, run));
    }

    /** The progress of a learner in each of these runs; one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Map<CourseRunId, ProgressSummary> of(AccountId learner, Collection<CourseRunId> ofRuns) {
        Map<CourseRunId, ProgressSummary> summaries = new HashMap<>();
        ofRuns.forEach(run -> summaries.put(run, ProgressSummary.none(learner, run)));
        if (!ofRuns.isEmpty()) {
            progress.of(learner.value(), ofRuns.stream().map(CourseRunId::value).toList())
                    .forEach(found -> summaries.put(found.seen().run(), found.seen()));
        }
        return summaries;
    }

    /** How far a learner is with each unit they touched, by unit key; one query. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public Map<String, UnitProgress> units(AccountId learner, CourseRunId run) {
        return unitsOf(learner, run);
    }

    /** The same as the learner may know it; one query, and those of {@link UnreleasedResults} where something was graded and is not complete. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public OwnUnits own(AccountId learner, CourseRunId run) {
        return ownUnits(learner, run);
    }

    /** Results that the learner may not see yet, so that nothing may be given for them, by unit key; as many queries as {@link UnreleasedResults} takes. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public Set<String> unreleased(AccountId learner, CourseRunId run) {
        return awaiting.of(learner, run.value()).keySet();
    }

    /** What a learner has to show for; one query. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public UnitResults results(AccountId learner, CourseRunId run) {
        return UnitResults.of(unitsOf(learner, run));
    }

    /** What each of these learners has to show for in one run; one query. */
    @PreAuthorize(STAFF)
    @Transactional(readOnly = true)
    public Map<AccountId, UnitResults> results(CourseRunId run, Collection<AccountId> learners) {
        Map<AccountId, UnitResults> results = learners.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), learner -> UnitResults.NONE));
        if (!learners.isEmpty()) {
            List<CourseProgressRecord> found = progress.withUnits(
                    run.value(), learners.stream().map(AccountId::value).toList());
            found.forEach(record -> results.put(record.seen().learner(), UnitResults.of(record.units())));
        }
        return results;
    }

    /** Keys of the units that a learner has completed; one query. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public Set<String> completedUnits(AccountId learner, CourseRunId run) {
        return UnitResults.of(unitsOf(learner, run)).completed();
    }

    /** The score that counts by unit key, 0 to 1, of all units that were graded; one query. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public Map<String, Double> quizScores(AccountId learner, CourseRunId run) {
        return UnitResults.of(unitsOf(learner, run)).scores();
    }

    /** Where the percentage comes from: every unit with its rule, and the event that completed it. Empty without such a run. */
    @PreAuthorize(OWN_OR_STAFF)
    @Transactional(readOnly = true)
    public Optional<ProgressExplanation> explain(AccountId learner, CourseRunId run) {
        return runs.find(run)
                .flatMap(found -> outlines.find(found.version()))
                .map(outlined -> ProgressExplanation.of(outlined.outline(), ownUnits(learner, run)));
    }

    /** As {@link #explain}, without the scores that the learner may not see yet. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public Optional<ProgressExplanation> explainToLearner(AccountId learner, CourseRunId run) {
        Set<String> hidden = withheld.stream()
                .flatMap(scores -> scores.units(learner, run.value()).stream())
                .collect(Collectors.toSet());
        return explain(learner, run).map(explanation -> explanation.without(hidden));
    }

    private OwnUnits ownUnits(AccountId learner, CourseRunId run) {
        Optional<CourseProgressRecord> found = progress.withUnits(learner.value(), run.value());
        Map<String, UnitProgress> units = found.map(CourseProgressRecord::units).orElseGet(Map::of);
        return new OwnUnits(
                units,
                awaiting.of(learner, run.value(), units),
                found.map(CourseProgressRecord::seen).flatMap(ProgressSummary::completedAt));
    }

    private Map<String, UnitProgress> unitsOf(AccountId learner, CourseRunId run) {
        return progress.withUnits(learner.value(), run.value())
                .map(CourseProgressRecord::units)
                .orElseGet(Map::of);
    }
}
