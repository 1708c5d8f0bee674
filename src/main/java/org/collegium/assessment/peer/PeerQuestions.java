package org.collegium.assessment.peer;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.EarlierQuestions;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.Quizzes;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.springframework.stereotype.Component;

/** The essays of a run, which are what peers can review. */
@Component
class PeerQuestions {

    private static final String KIND = "quiz";

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Quizzes quizzes;
    private final EarlierQuestions earlier;

    PeerQuestions(CourseRuns runs, CourseVersions versions, Quizzes quizzes, EarlierQuestions earlier) {
        this.runs = runs;
        this.versions = versions;
        this.quizzes = quizzes;
        this.earlier = earlier;
    }

    /**
     * An essay of a quiz in a run.
     *
     * @param course its title
     * @param title of the quiz
     */
    record Asked(CourseRun run, String course, String unitKey, String title, Essay essay) implements Serializable {

        boolean is(String unit, String question) {
            return unitKey.equals(unit) && essay.key().equals(question);
        }
    }

    /** In reading order; two queries. */
    List<Asked> of(CourseRunId id) {
        return runs.find(id)
                .flatMap(run -> versions.find(run.version())
                        .map(CourseVersion::manifest)
                        .map(manifest -> manifest.units().stream()
                                .filter(unit -> unit.kind().equals(KIND))
                                .flatMap(unit -> essays(run, manifest, unit).stream())
                                .toList()))
                .orElse(List.of());
    }

    /** As it is asked now, or as it was asked last where the run went on to a version without it. */
    Optional<Asked> of(CourseRunId run, String unitKey, String questionKey) {
        return of(run).stream()
                .filter(asked -> asked.is(unitKey, questionKey))
                .findFirst()
                .or(() -> before(run, unitKey, questionKey));
    }

    private Optional<Asked> before(CourseRunId id, String unitKey, String questionKey) {
        return runs.find(id)
                .flatMap(run -> earlier.find(id.value(), unitKey, questionKey)
                        .filter(Essay.class::isInstance)
                        .map(Essay.class::cast)
                        .map(essay -> new Asked(run, course(run), unitKey, earlier.title(id.value(), unitKey), essay)));
    }

    private String course(CourseRun run) {
        return versions.find(run.version())
                .map(CourseVersion::manifest)
                .map(manifest -> manifest.metadata().title())
                .orElse("");
    }

    private List<Asked> essays(CourseRun run, CourseManifest manifest, CourseUnit unit) {
        String course = manifest.metadata().title();
        return manifest
                .file(unit)
                .map(file -> quizzes.open(new BlobId(file.sha256())))
                .map(Quiz::questions)
                .orElse(List.of())
                .stream()
                .filter(Essay.class::isInstance)
                .map(Essay.class::cast)
                .map(essay -> new Asked(run, course, unit.key(), unit.title(), essay))
                .toList();
    }
}
