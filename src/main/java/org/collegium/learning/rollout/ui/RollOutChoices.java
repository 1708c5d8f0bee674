package org.collegium.learning.rollout.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.RunHistory;
import org.collegium.courses.VersionRetirement;
import org.collegium.courses.VersionRetirements;
import org.collegium.enrolment.Enrolments;
import org.springframework.stereotype.Component;

/** What there is to choose for a roll-out, and what an address has chosen of it. */
@Component
class RollOutChoices {

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final VersionRetirements retirements;
    private final RunHistory history;
    private final Enrolments enrolments;

    RollOutChoices(
            CourseRuns runs,
            CourseVersions versions,
            VersionRetirements retirements,
            RunHistory history,
            Enrolments enrolments) {
        this.runs = runs;
        this.versions = versions;
        this.retirements = retirements;
        this.history = history;
        this.enrolments = enrolments;
    }

    /**
     * @param versions the newest first
     * @param retired those of the versions that runs get no more
     * @param runs the newest first
     * @param version that the runs would get
     * @param chosen runs that would get it and do not have it
     * @param earlier the version that a run had before, for runs that had one
     * @param learners how many are in each run
     */
    record Choice(
            CourseId course,
            List<PublishedVersion> versions,
            Set<CourseVersionId> retired,
            List<CourseRun> runs,
            PublishedVersion version,
            List<CourseRun> chosen,
            Map<CourseRunId, CourseVersionId> earlier,
            Map<CourseRunId, Long> learners) {

        /** What runs may get, the newest first. */
        List<PublishedVersion> offered() {
            return versions.stream()
                    .filter(one -> !retired.contains(one.id()) || one.equals(version))
                    .toList();
        }

        boolean isRetired() {
            return retired.contains(version.id());
        }

        int number(CourseVersionId version) {
            return versions.stream()
                    .filter(one -> one.id().equals(version))
                    .findFirst()
                    .map(PublishedVersion::number)
                    .orElse(0);
        }
    }

    Choice read(CourseId course, QueryParameters query) {
        List<PublishedVersion> all = versions.history(course);
        List<CourseRun> ofCourse = runs.ofCourse(course);
        Optional<PublishedVersion> wanted = query.getSingleParameter("version")
                .flatMap(number -> all.stream()
                        .filter(one -> Integer.toString(one.number()).equals(number))
                        .findFirst());
        PublishedVersion version = wanted.or(() -> all.stream().findFirst()).orElse(NONE);
        Set<String> named =
                query.getParameters().getOrDefault("run", List.of()).stream().collect(Collectors.toSet());
        List<CourseRun> chosen = ofCourse.stream()
                .filter(run -> named.contains(run.id().toString()))
                .filter(run -> !run.version().equals(version.id()))
                .toList();
        return new Choice(
                course,
                all,
                retirements.ofCourse(course).values().stream()
                        .filter(VersionRetirement::done)
                        .map(VersionRetirement::version)
                        .collect(Collectors.toSet()),
                ofCourse,
                version,
                chosen,
                history.before(course),
                enrolments.counts(ofCourse.stream().map(CourseRun::id).toList()));
    }

    private static final PublishedVersion NONE =
            new PublishedVersion(CourseVersionId.next(), 0, Instant.EPOCH, null, null, null, null);
}
