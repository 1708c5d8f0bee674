package org.collegium.assessment.exam;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.Access;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the quizzes of a run are open, how long one has for them, and what one must know to start. */
@Service
public class QuizTimes {

    private static final String MAY = "@runAccess.may('" + ExamPermissions.SET_TIMES + "', #run)";
    private static final String KIND = "quiz";

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final QuizPasswords passwords;
    private final JdbcClient jdbc;
    private final RetriedTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    QuizTimes(
            CourseRuns runs,
            CourseVersions versions,
            QuizPasswords passwords,
            JdbcClient jdbc,
            RetriedTransactions transactions,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.runs = runs;
        this.versions = versions;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** The quizzes of a run in reading order, with what is set for them; at most four queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<TimedQuiz> of(CourseRunId run) {
        Map<String, Set> set = new HashMap<>();
        jdbc.sql("""
                        select setting.unit_key, setting.opens_at, setting.closes_at, setting.time_limit_minutes,
                            setting.attempts, setting.password is not null
                        from quiz_setting setting where setting.run_id = ?
                        """).param(run.value()).query(row -> {
            QuizSetting setting = new QuizSetting(
                    Times.of(row, 2),
                    Times.of(row, 3),
                    row.getObject(4, Integer.class),
                    row.getObject(5, Integer.class));
            set.put(row.getString(1), new Set(setting, row.getBoolean(6)));
        });
        Map<String, Integer> given = new HashMap<>();
        jdbc.sql("select unit_key, count(*) from quiz_accommodation where run_id = ? group by unit_key")
                .param(run.value())
                .query(row -> {
                    given.put(row.getString(1), row.getInt(2));
                });
        Optional<CourseManifest> manifest = manifest(run);
        return quizzes(manifest)
                .flatMap(unit -> manifest.flatMap(course -> course.file(unit)).stream()
                        .map(file -> {
                            Set known = set.getOrDefault(unit.key(), Set.NOTHING);
                            return new TimedQuiz(
                                    unit.key(),
                                    unit.title(),
                                    known.setting(),
                                    known.password(),
                                    given.getOrDefault(unit.key(), 0),
                                    new BlobId(file.sha256()));
                        }))
                .toList();
    }

    /** What is set for a quiz. */
    private record Set(QuizSetting setting, boolean password) {

        private static final Set NOTHING = new Set(QuizSetting.USUAL, false);
    }

    /**
     * Sets the times of a quiz. Attempts under way get what gives them more time at once, and keep what they had where it would
     * give them less.
     *
     * @param password null to leave it as it is, empty for none
     * @throws RuleViolation when the run has no such quiz, or the password is too short or too long
     */
    @PreAuthorize(MAY)
    public void set(CourseRunId run, String unitKey, QuizSetting setting, @Nullable String password) {
        if (quizzes(manifest(run)).noneMatch(unit -> unit.key().equals(unitKey))) {
            throw new RuleViolation("assessment.times.unknown");
        }
        Optional.ofNullable(password).ifPresent(QuizSetting::check);
        String encoded = password == null || password.isEmpty() ? null : passwords.encode(password);
        transactions.run(() -> {
            write(run, unitKey, setting);
            if (password != null) {
                jdbc.sql("update quiz_setting set password = ? where run_id = ? and unit_key = ?")
                        .param(encoded)
                        .param(run.value())
                        .param(unitKey)
                        .update();
            }
            events.publishEvent(new TermsChanged(run.value(), unitKey, null));
            return true;
        });
    }

    private void write(CourseRunId run, String unitKey, QuizSetting setting) {
        jdbc.sql("""
                        insert into quiz_setting
                            (run_id, unit_key, opens_at, closes_at, time_limit_minutes, attempts, changed_by, changed_at)
                        values (:run, :unit, :opens, :closes, :minutes, :attempts, :by, :at)
                        on duplicate key update opens_at = values(opens_at), closes_at = values(closes_at),
                            time_limit_minutes = values(time_limit_minutes), attempts = values(attempts),
                            changed_by = values(changed_by), changed_at = values(changed_at)
                        """)
                .param("run", run.value())
                .param("unit", unitKey)
                .param("opens", setting.opens())
                .param("closes", setting.closes())
                .param("minutes", setting.minutes())
                .param("attempts", setting.attempts())
                .param("by", access.actorId())
                .param("at", clock.instant())
                .update();
    }

    private Optional<CourseManifest> manifest(CourseRunId run) {
        return runs.find(run).map(CourseRun::version).flatMap(versions::find).map(CourseVersion::manifest);
    }

    private static Stream<CourseUnit> quizzes(Optional<CourseManifest> course) {
        return course.stream()
                .flatMap(manifest -> manifest.units().stream())
                .filter(unit -> unit.kind().equals(KIND));
    }
}
