package org.collegium.credentials.signed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.GradedWork;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.ProgrammePart;
import org.collegium.credentials.ProgrammePartRows;
import org.collegium.credentials.programmes.ProgrammeFacts;
import org.collegium.identity.AccountId;
import org.collegium.identity.SystemActor;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.Progress;
import org.collegium.learning.UnitResults;
import org.collegium.partners.Partner;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/** Gathers from the other modules what a signed certificate says; a handful of queries. */
@Component
@Unguarded("called when a certificate is issued by somebody who may, and by the job that signs earlier ones")
class CertificateFacts {

    private static final Set<String> READING = Set.of(LearningPermissions.VIEW_LEARNERS);

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Progress progress;
    private final List<GradedWork> graded;
    private final IssuerNames names;
    private final ProgrammeFacts programmes;
    private final ProgrammePartRows parts;
    private final SystemActor system;

    CertificateFacts(
            CourseRuns runs,
            CourseVersions versions,
            Progress progress,
            List<GradedWork> graded,
            IssuerNames names,
            ProgrammeFacts programmes,
            ProgrammePartRows parts,
            SystemActor system) {
        this.runs = runs;
        this.versions = versions;
        this.progress = progress;
        this.graded = graded;
        this.names = names;
        this.programmes = programmes;
        this.parts = parts;
        this.system = system;
    }

    CourseFacts of(Certificate certificate, AccountId learner, Partner partner) {
        return system.call(
                READING,
                () -> runs.find(certificate.run())
                        .flatMap(run ->
                                versions.find(run.version()).map(version -> facts(learner, partner, run, version)))
                        .orElse(CourseFacts.NONE));
    }

    /** Of a certificate of a programme; three queries. */
    CourseFacts of(Certificate certificate) {
        return programmes
                .of(certificate.course())
                .map(said -> new CourseFacts(
                        Optional.of(names.at(said.path())),
                        said.summary(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        parts.of(certificate.id()).stream().map(this::part).toList(),
                        said.endorsements()))
                .orElse(CourseFacts.NONE);
    }

    private CourseFacts.Part part(ProgrammePart part) {
        return new CourseFacts.Part(
                Optional.of(part)
                        .filter(ProgrammePart::shown)
                        .map(shown -> names.at("/verify/" + shown.code().grouped())),
                part.title(),
                part.partner(),
                part.issuedAt());
    }

    private CourseFacts facts(AccountId learner, Partner partner, CourseRun run, CourseVersion version) {
        var course = version.manifest().metadata();
        return new CourseFacts(
                Optional.of(names.at("/courses/" + partner.data().slug() + "/" + course.key())),
                course.summary(),
                Optional.of(course.level()),
                course.skills(),
                results(learner, run, version),
                List.of(),
                List.of());
    }

    private List<CourseFacts.Result> results(AccountId learner, CourseRun run, CourseVersion version) {
        Set<String> waiting = progress.unreleased(learner, run.id());
        UnitResults results = progress.results(learner, run.id());
        Map<String, GradedWork.Graded> work = graded.stream()
                .flatMap(kind -> kind.of(learner, run.id().value()).stream())
                .collect(Collectors.toMap(GradedWork.Graded::unit, Function.identity(), (first, second) -> first));
        return version.manifest().units().stream()
                .filter(unit -> !waiting.contains(unit.key()))
                .filter(unit -> results.scores().containsKey(unit.key()) || work.containsKey(unit.key()))
                .map(unit -> result(unit, results, Optional.ofNullable(work.get(unit.key()))))
                .toList();
    }

    private static CourseFacts.Result result(CourseUnit unit, UnitResults results, Optional<GradedWork.Graded> work) {
        double score = results.scores()
                .getOrDefault(unit.key(), work.map(GradedWork.Graded::score).orElse(0.0));
        return new CourseFacts.Result(
                unit.title(),
                unit.kind(),
                score,
                work.map(GradedWork.Graded::at).orElse(null),
                work.map(GradedWork.Graded::tests).orElse(null));
    }
}
