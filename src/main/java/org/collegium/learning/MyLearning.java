package org.collegium.learning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.enrolment.Enrolment;
import org.collegium.enrolment.Enrolments;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The courses a learner is in, what they did last on top. */
@Service
public class MyLearning {

    private static final PageRequest MOST = new PageRequest(0, 200);

    private final Enrolments enrolments;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final CourseOutlines outlines;
    private final Partners partners;
    private final CourseProgressRepository progress;
    private final ResumePointRepository resumePoints;
    private final AwaitingResults awaiting;

    MyLearning(
            Enrolments enrolments,
            CourseRuns runs,
            CourseVersions versions,
            CourseOutlines outlines,
            Partners partners,
            CourseProgressRepository progress,
            ResumePointRepository resumePoints,
            AwaitingResults awaiting) {
        this.enrolments = enrolments;
        this.runs = runs;
        this.versions = versions;
        this.outlines = outlines;
        this.partners = partners;
        this.progress = progress;
        this.resumePoints = resumePoints;
        this.awaiting = awaiting;
    }

    /** The courses a learner is in, at most 200; six queries, however many they are, and those of {@link AwaitingResults} for each in which a result may wait. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<CourseOnMyDesk> of(AccountId learner) {
        List<Enrolment> joined = enrolments.of(learner, MOST);
        if (joined.isEmpty()) {
            return List.of();
        }
        Facts facts = facts(learner, joined.stream().map(Enrolment::run).toList());
        return joined.stream()
                .flatMap(enrolment -> course(enrolment, facts).stream())
                .sorted(Comparator.comparing(CourseOnMyDesk::lastAt).reversed())
                .toList();
    }

    private Facts facts(AccountId learner, List<CourseRunId> ids) {
        List<UUID> values = ids.stream().map(CourseRunId::value).toList();
        Map<CourseRunId, CourseRun> found = runs.find(ids);
        Set<PartnerId> teaching =
                versions.find(found.values().stream().map(CourseRun::version).toList()).values().stream()
                        .map(CourseVersion::partner)
                        .collect(Collectors.toSet());
        Map<CourseRunId, CourseProgressRecord> done = progress.withUnitsOf(learner.value(), values).stream()
                .collect(Collectors.toMap(record -> record.seen().run(), Function.identity()));
        Map<CourseRunId, ResumePoint> stops = resumePoints.of(learner.value(), values).stream()
                .map(ResumePointRecord::seen)
                .collect(Collectors.toMap(ResumePoint::run, Function.identity()));
        Map<PartnerId, Partner> members = new HashMap<>();
        partners.find(teaching).forEach(partner -> members.put(partner.id(), partner));
        return new Facts(found, done, stops, members);
    }

    private Optional<CourseOnMyDesk> course(Enrolment enrolment, Facts facts) {
        return Optional.ofNullable(facts.runs().get(enrolment.run()))
                .flatMap(run -> outlines.find(run.version())
                        .map(outlined -> course(enrolment, run, outlined.version(), outlined.outline(), facts)));
    }

    private CourseOnMyDesk course(
            Enrolment enrolment, CourseRun run, CourseVersion version, CourseOutline outline, Facts facts) {
        Optional<CourseProgressRecord> record =
                Optional.ofNullable(facts.progress().get(run.id()));
        ProgressSummary summary = record.map(CourseProgressRecord::seen)
                .orElseGet(() -> ProgressSummary.none(enrolment.learner(), run.id()));
        Map<String, UnitProgress> units =
                record.map(CourseProgressRecord::units).orElseGet(Map::of);
        Optional<ResumePoint> stop = Optional.ofNullable(facts.stops().get(run.id()));
        return new CourseOnMyDesk(
                run,
                version,
                Optional.ofNullable(facts.partners().get(version.partner())),
                summary,
                outline.counting().size(),
                next(
                        outline,
                        new OwnUnits(
                                units,
                                awaiting.of(enrolment.learner(), run.id().value(), units),
                                summary.completedAt()),
                        stop),
                stop.map(ResumePoint::at).orElse(enrolment.joinedAt()));
    }

    /** Where the learner stopped, unless that is complete or waits for its result; then the first unit behind it that is not, then the first of all. */
    private static Optional<Step> next(CourseOutline outline, OwnUnits units, Optional<ResumePoint> stop) {
        Optional<Step> stopped = stop.flatMap(point -> outline.step(point.unitKey()));
        int from = stopped.map(Step::number).orElse(0);
        Comparator<Step> behindFirst = Comparator.<Step>comparingInt(step -> step.number() < from ? 1 : 0)
                .thenComparing(Step::number);
        boolean finished = outline.counting().stream().allMatch(key -> done(units, key));
        return outline.steps().stream()
                .filter(step -> !done(units, step.key()))
                .filter(step -> step.counts() || finished || step.number() == from)
                .min(behindFirst)
                .or(() -> stopped);
    }

    private static boolean done(OwnUnits units, String key) {
        return units.of(key).completed() || units.awaiting().contains(key);
    }

    private record Facts(
            Map<CourseRunId, CourseRun> runs,
            Map<CourseRunId, CourseProgressRecord> progress,
            Map<CourseRunId, ResumePoint> stops,
            Map<PartnerId, Partner> partners) {}
}
