package org.collegium.assessment;

import java.util.Optional;
import java.util.UUID;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersions;
import org.collegium.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions that were answered in a run and are in it no more, since it went on to another version of the course. */
@Component
@Unguarded("asked inside what staff of the run may do, and by jobs")
public class EarlierQuestions {

    private final JdbcClient jdbc;
    private final Quizzes quizzes;
    private final CourseRuns runs;
    private final CourseVersions versions;

    EarlierQuestions(JdbcClient jdbc, Quizzes quizzes, CourseRuns runs, CourseVersions versions) {
        this.jdbc = jdbc;
        this.quizzes = quizzes;
        this.runs = runs;
        this.versions = versions;
    }

    /** As it was asked last; one query, and one for each file that is looked at. */
    public Optional<Question> find(UUID run, String unitKey, String questionKey) {
        return jdbc.sql("""
                        select quiz_sha256 from quiz_attempt where run_id = ? and unit_key = ? and state = 'SUBMITTED'
                        group by quiz_sha256 order by max(submitted_at) desc
                        """).params(run, unitKey).query((row, number) -> new BlobId(row.getString(1))).list().stream()
                .flatMap(file -> quizzes.open(file).questions().stream())
                .filter(question -> question.key().equals(questionKey))
                .findFirst();
    }

    /** What a unit is called in the newest version that has it; its key where none has. */
    public String title(UUID run, String unitKey) {
        return runs.find(new CourseRunId(run))
                .map(CourseRun::course)
                .flatMap(course -> versions.newestWith(course, unitKey))
                .flatMap(version -> version.manifest().unit(unitKey))
                .map(CourseUnit::title)
                .orElse(unitKey);
    }
}
