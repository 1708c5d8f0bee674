package org.collegium.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.collegium.courses.SectionTime.AfterJoining;
import org.collegium.courses.SectionTime.AfterStart;
import org.collegium.courses.SectionTime.On;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the sections of runs open and are due, and runs for another term. */
@Service
public class RunSchedules {

    private static final String MAY = "@courseAccess.may('" + CoursesPermissions.RUNS + "', #run)";

    private final JdbcClient jdbc;
    private final RunRepository runs;
    private final CourseRepository courses;
    private final Clock clock;

    RunSchedules(JdbcClient jdbc, RunRepository runs, CourseRepository courses, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.courses = courses;
        this.clock = clock;
    }

    /** The schedule of a run; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public RunSchedule of(CourseRunId run) {
        return read(run);
    }

    /**
     * Says anew when the sections of a run open and are due. Sections that the version of the run lacks keep their dates, should they come
     * back.
     *
     * @throws RuleViolation when there is no such run, or a time counts from the opening of a run that has none
     */
    @PreAuthorize(MAY)
    @Transactional
    public void change(CourseRunId run, RunSchedule schedule) {
        CourseRun known =
                runs.findById(run).map(RunRecord::seen).orElseThrow(() -> new RuleViolation("courses.run.unknown"));
        schedule.sections().values().forEach(dates -> sound(dates, known.opens()));
        jdbc.sql("delete from course_run_section where run_id = ?")
                .param(run.value())
                .update();
        write(run, schedule);
    }

    /**
     * Opens a run for another term: with the newest version and the same schedule, its dates moved by as much as the run opens later.
     *
     * @throws RuleViolation when there is no such run
     */
    @PreAuthorize(MAY)
    @Transactional
    public CourseRunId copy(CourseRunId run, CourseRunData data) {
        CourseRun old =
                runs.findById(run).map(RunRecord::seen).orElseThrow(() -> new RuleViolation("courses.run.unknown"));
        CourseReference course = courses.findById(old.course())
                .map(CourseRecord::reference)
                .orElseThrow(() -> new RuleViolation("courses.unknown"));
        CourseVersionId latest = course.latest();
        CourseRunId copy = runs.saveAndFlush(RunRecord.of(
                        old.course(), old.partner(), latest == null ? old.version() : latest, data, clock.instant()))
                .id();
        Duration later = later(old.opens(), data.opens());
        Map<String, SectionDates> moved = new HashMap<>();
        read(run).sections().forEach((section, dates) -> moved.put(section, dates.later(later)));
        moved.values().forEach(dates -> sound(dates, data.opens()));
        write(copy, new RunSchedule(moved));
        return copy;
    }

    private static Duration later(@Nullable Instant before, @Nullable Instant after) {
        return before == null || after == null ? Duration.ZERO : Duration.between(before, after);
    }

    private static void sound(SectionDates dates, @Nullable Instant runOpens) {
        if (runOpens == null && (dates.opens() instanceof AfterStart || dates.due() instanceof AfterStart)) {
            throw new RuleViolation("courses.schedule.no-start");
        }
        if (dates.opens() instanceof On(Instant opens)
                && dates.due() instanceof On(Instant due)
                && !due.isAfter(opens)) {
            throw new RuleViolation("courses.schedule.order");
        }
    }

    private RunSchedule read(CourseRunId run) {
        Map<String, SectionDates> sections = new HashMap<>();
        jdbc.sql("""
                        select section_key, opens_at, opens_after_start, opens_after_joining, due_at, due_after_start,
                            due_after_joining
                        from course_run_section where run_id = ?
                        """).param(run.value()).query(row -> {
            sections.put(row.getString(1), new SectionDates(time(row, 2), time(row, 5)));
        });
        return new RunSchedule(sections);
    }

    private void write(CourseRunId run, RunSchedule schedule) {
        schedule.sections()
                .forEach((section, dates) -> jdbc.sql("""
                                insert into course_run_section (run_id, section_key, opens_at, opens_after_start,
                                    opens_after_joining, due_at, due_after_start, due_after_joining)
                                values (:run, :section, :opensAt, :opensStart, :opensJoining, :dueAt, :dueStart, :dueJoining)
                                """)
                        .param("run", run.value())
                        .param("section", section)
                        .param("opensAt", dates.opens() instanceof On(Instant at) ? at : null)
                        .param("opensStart", dates.opens() instanceof AfterStart(int days) ? days : null)
                        .param("opensJoining", dates.opens() instanceof AfterJoining(int days) ? days : null)
                        .param("dueAt", dates.due() instanceof On(Instant at) ? at : null)
                        .param("dueStart", dates.due() instanceof AfterStart(int days) ? days : null)
                        .param("dueJoining", dates.due() instanceof AfterJoining(int days) ? days : null)
                        .update());
    }

    /** From three columns, of which one is set at most. */
    private static @Nullable SectionTime time(ResultSet row, int column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        if (at != null) {
            return new On(at.toInstant(ZoneOffset.UTC));
        }
        int start = row.getInt(column + 1);
        if (!row.wasNull()) {
            return new AfterStart(start);
        }
        int joining = row.getInt(column + 2);
        return row.wasNull() ? null : new AfterJoining(joining);
    }
}
