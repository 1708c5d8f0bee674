package org.collegium.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Retirements of which learners are still to be told, and who is next. */
@Component
class RetirementTellingRows {

    private static final int BATCH = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    RetirementTellingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A retirement of which some are told already.
     *
     * @param about id of the course, or of its version
     * @param after the last enrolment whose learner was told, null when nobody was
     */
    record Telling(UUID about, boolean ofVersion, @Nullable UUID after) {}

    /** @param title of the course */
    record Teacher(AccountId account, CourseId course, String title) {}

    record Told(UUID enrolment, AccountId learner, CourseRunId run) {}

    /** Notes that everybody is to be told, again where it is said anew. */
    void begin(UUID about, boolean ofVersion) {
        jdbc.sql("insert into retirement_telling (about, of_version, announced_at) values (?, ?, ?)"
                        + " on duplicate key update after_id = null, announced_at = values(announced_at)")
                .params(about, ofVersion, clock.instant())
                .update();
    }

    List<UUID> all() {
        return jdbc.sql("select about from retirement_telling order by announced_at")
                .query(UUID.class)
                .list();
    }

    /** Held until the transaction ends; empty when all are told. */
    Optional<Telling> hold(UUID about) {
        return jdbc.sql("select about, of_version, after_id from retirement_telling where about = ? for update")
                .param(about)
                .query((row, number) ->
                        new Telling(row.getObject(1, UUID.class), row.getBoolean(2), row.getObject(3, UUID.class)))
                .optional();
    }

    /** Learners who are to be told next, of runs that are not over; one query. */
    List<Told> next(Telling telling) {
        Instant now = clock.instant();
        return jdbc.sql("select enrolment.id, enrolment.learner_id, enrolment.run_id from course_run run"
                        + " join enrolment on enrolment.run_id = run.id and enrolment.state = 'ACTIVE'"
                        + " where " + (telling.ofVersion() ? "run.version_id" : "run.course_id") + " = :about"
                        + " and (run.closes_at is null or run.closes_at > :now) and enrolment.id > :after"
                        + " order by enrolment.id limit :most")
                .param("about", telling.about())
                .param("now", now)
                .param("after", telling.after() == null ? FIRST : telling.after())
                .param("most", BATCH)
                .query((row, number) -> new Told(
                        row.getObject(1, UUID.class),
                        new AccountId(row.getObject(2, UUID.class)),
                        new CourseRunId(row.getObject(3, UUID.class))))
                .list();
    }

    /**
     * Who teaches runs that are not over: those who are named, and where nobody is, who instructs or administers at the partner. Whoever
     * announced the retirement knows. One query.
     */
    List<Teacher> teachers(Telling telling) {
        String about = telling.ofVersion() ? "version_id" : "course_id";
        return jdbc.sql("select distinct staff.account_id, course.id, course.title from course_run run"
                        + " join course on course.id = run.course_id"
                        + " join partner_staff staff on staff.partner_id = run.partner_id"
                        + " left join course_run_teacher teacher"
                        + " on teacher.run_id = run.id and teacher.account_id = staff.account_id"
                        + " where run." + about + " = :about and (run.closes_at is null or run.closes_at > :now)"
                        + " and (teacher.run_id is not null or staff.role in ('INSTRUCTOR', 'PARTNER_ADMINISTRATOR')"
                        + " and not exists (select 1 from course_run_teacher named where named.run_id = run.id))"
                        + " and not exists (select 1 from "
                        + (telling.ofVersion() ? "course_version_retirement" : "course_retirement")
                        + " said where said." + about + " = :about and said.announced_by = staff.account_id)"
                        + " order by staff.account_id")
                .param("about", telling.about())
                .param("now", clock.instant())
                .query((row, number) -> new Teacher(
                        new AccountId(row.getObject(1, UUID.class)),
                        new CourseId(row.getObject(2, UUID.class)),
                        row.getString(3)))
                .list();
    }

    void toldUntil(UUID about, UUID enrolment) {
        jdbc.sql("update retirement_telling set after_id = ? where about = ?")
                .params(enrolment, about)
                .update();
    }

    void end(UUID about) {
        jdbc.sql("delete from retirement_telling where about = ?").param(about).update();
    }
}
