package org.collegium.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.Access;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes courses out of the catalogue, with notice or at once. Those who are enrolled go on; nobody joins any more from that time. */
@Service
public class Retirements {

    private static final String MAY = "@courseAccess.may('" + CoursesPermissions.PUBLISH + "', #course)";

    private final JdbcClient jdbc;
    private final CourseRepository courses;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retirements(
            JdbcClient jdbc, CourseRepository courses, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.courses = courses;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** What is announced of a course, empty when nothing is; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<Retirement> of(CourseId course) {
        return jdbc.sql("""
                        select retirement.retires_at, retirement.message, retirement.done_at is not null,
                            successor.id, successor.title, partner.slug, successor.course_key
                        from course_retirement retirement
                        left join course successor on successor.id = retirement.successor_id
                            and successor.state = 'PUBLISHED'
                        left join partner on partner.id = successor.partner_id
                        where retirement.course_id = ?
                        """)
                .param(course.value())
                .query((row, number) -> retirement(row))
                .optional();
    }

    /** A course that has left the catalogue, empty when there is none at this address or it is there; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<RetiredCourse> left(String partnerSlug, String courseKey) {
        return jdbc.sql("""
                        select retirement.retires_at, retirement.message, retirement.done_at is not null,
                            successor.id, successor.title, partner.slug, successor.course_key,
                            course.title, course.language
                        from course
                        join partner on partner.id = course.partner_id
                        join course_retirement retirement on retirement.course_id = course.id
                        left join course successor on successor.id = retirement.successor_id
                            and successor.state = 'PUBLISHED'
                        where partner.slug = :partner and course.course_key = :course and course.state = 'RETIRED'
                        """)
                .param("partner", partnerSlug)
                .param("course", courseKey)
                .query((row, number) -> new RetiredCourse(row.getString(8), row.getString(9), retirement(row)))
                .optional();
    }

    /**
     * Announces that a course will be retired, or says it anew.
     *
     * @throws RuleViolation when it is not published, the time is past, or its successor is itself or not published
     */
    @PreAuthorize(MAY)
    @Transactional
    public void announce(CourseId course, RetirementData data) {
        CourseRecord owner = published(course);
        if (!data.at().isAfter(clock.instant())) {
            throw new RuleViolation("courses.retirement.at.past");
        }
        say(owner, data, null);
        events.publishEvent(new RetirementAnnounced(course));
    }

    /**
     * Takes a course out of the catalogue now. The same people are told as of a notice, and it takes the place of one.
     *
     * @param message what learners are told, at most 2,000 characters
     * @param successor the course that takes its place, null for none
     * @throws RuleViolation when it is not published, the message is too long, or its successor is itself or not published
     */
    @PreAuthorize(MAY)
    @Transactional
    public void atOnce(CourseId course, String message, @Nullable CourseId successor) {
        CourseRecord owner = published(course);
        Instant now = clock.instant();
        say(owner, new RetirementData(now, message, successor), now);
        owner.retire(now);
        events.publishEvent(new CourseRetired(course));
        events.publishEvent(new RetirementAnnounced(course));
    }

    private CourseRecord published(CourseId course) {
        CourseRecord owner = courses.held(course).orElseThrow(() -> new RuleViolation("courses.unknown"));
        if (owner.state() != CourseState.PUBLISHED) {
            throw new RuleViolation("courses.retire.not-published");
        }
        return owner;
    }

    private void say(CourseRecord owner, RetirementData data, @Nullable Instant done) {
        CourseId successor = data.successor();
        if (successor != null && !maySucceed(owner, successor)) {
            throw new RuleViolation("courses.retirement.successor.unknown");
        }
        jdbc.sql("""
                        insert into course_retirement
                            (course_id, retires_at, message, successor_id, announced_by, announced_at, done_at)
                        values (:course, :at, :message, :successor, :by, :now, :done)
                        on duplicate key update retires_at = values(retires_at), message = values(message),
                            successor_id = values(successor_id), announced_by = values(announced_by),
                            announced_at = values(announced_at), done_at = values(done_at)
                        """)
                .param("course", owner.id().value())
                .param("at", data.at())
                .param("message", data.message())
                .param("successor", successor == null ? null : successor.value())
                .param("by", access.actorId())
                .param("now", clock.instant())
                .param("done", done)
                .update();
    }

    private boolean maySucceed(CourseRecord owner, CourseId successor) {
        return !successor.equals(owner.id())
                && courses.findById(successor)
                        .filter(found -> found.partner().equals(owner.partner()))
                        .filter(found -> found.state() == CourseState.PUBLISHED)
                        .isPresent();
    }

    /** Takes the announcement back, before its time; returns false when there is none, or the course has left. */
    @PreAuthorize(MAY)
    @Transactional
    public boolean takeBack(CourseId course) {
        return jdbc.sql("delete from course_retirement where course_id = ? and done_at is null")
                        .param(course.value())
                        .update()
                > 0;
    }

    /** A course that came back is not retired any more. */
    @EventListener
    void on(CoursePublished published) {
        jdbc.sql("delete from course_retirement where course_id = ? and done_at is not null")
                .param(published.course().value())
                .update();
    }

    /** A successor is of the same partner. */
    private static Retirement retirement(ResultSet row) throws SQLException {
        return new Retirement(
                row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(2),
                Optional.ofNullable(row.getObject(4, UUID.class))
                        .map(id -> new Retirement.Successor(new CourseId(id), title(row), address(row))),
                row.getBoolean(3));
    }

    private static String title(ResultSet row) {
        return text(row, 5);
    }

    private static String address(ResultSet row) {
        return "/courses/" + text(row, 6) + "/" + text(row, 7);
    }

    private static String text(ResultSet row, int column) {
        try {
            return Objects.requireNonNullElse(row.getString(column), "");
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
