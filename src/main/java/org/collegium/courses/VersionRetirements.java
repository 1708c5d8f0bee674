package org.collegium.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.identity.Access;
import org.collegium.shared.RuleViolation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces that runs get a version of a course no more. Runs that have it keep it, and the newest stays, since new runs and
 * courses that are made from this one begin with it.
 */
@Service
public class VersionRetirements {

    private static final String MAY = "@courseAccess.may('" + CoursesPermissions.PUBLISH + "', #course)";
    private static final String SAID = """
            select retirement.version_id, version.number, retirement.retires_at, retirement.message
            from course_version_retirement retirement join course_version version on version.id = retirement.version_id
            """;

    private final JdbcClient jdbc;
    private final CourseRepository courses;
    private final VersionRepository versions;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VersionRetirements(
            JdbcClient jdbc,
            CourseRepository courses,
            VersionRepository versions,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.courses = courses;
        this.versions = versions;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** What is announced of a version, empty when nothing is; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<VersionRetirement> of(CourseVersionId version) {
        return jdbc.sql(SAID + "where retirement.version_id = ?")
                .param(version.value())
                .query((row, number) -> retirement(row))
                .optional();
    }

    /** What is announced of the versions of a course; one query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Map<CourseVersionId, VersionRetirement> ofCourse(CourseId course) {
        return jdbc
                .sql(SAID + "where retirement.course_id = ?")
                .param(course.value())
                .query((row, number) -> retirement(row))
                .list()
                .stream()
                .collect(Collectors.toMap(VersionRetirement::version, said -> said));
    }

    /**
     * Announces that runs get a version no more, or says it anew.
     *
     * @throws RuleViolation when it is none of the course, is the newest, or the time is past
     */
    @PreAuthorize(MAY)
    @Transactional
    public void announce(CourseId course, CourseVersionId version, RetirementData data) {
        CourseVersion found = versions.findById(version)
                .map(VersionRecord::seen)
                .filter(one -> one.course().equals(course))
                .orElseThrow(() -> new RuleViolation("courses.version-retirement.unknown"));
        boolean newest = courses.findById(course)
                .map(owner -> version.equals(owner.reference().latest()))
                .orElse(true);
        if (newest) {
            throw new RuleViolation("courses.version-retirement.newest", found.number());
        }
        if (!data.at().isAfter(clock.instant())) {
            throw new RuleViolation("courses.retirement.at.past-version");
        }
        jdbc.sql("""
                        insert into course_version_retirement
                            (version_id, course_id, retires_at, message, announced_by, announced_at)
                        values (:version, :course, :at, :message, :by, :now)
                        on duplicate key update retires_at = values(retires_at), message = values(message),
                            announced_by = values(announced_by), announced_at = values(announced_at)
                        """)
                .param("version", version.value())
                .param("course", course.value())
                .param("at", data.at())
                .param("message", data.message())
                .param("by", access.actorId())
                .param("now", clock.instant())
                .update();
        events.publishEvent(new VersionRetired(course, version));
    }

    /** Takes the announcement back, before its time and after; returns false when there is none. */
    @PreAuthorize(MAY)
    @Transactional
    public boolean takeBack(CourseId course, CourseVersionId version) {
        return jdbc.sql("delete from course_version_retirement where course_id = ? and version_id = ?")
                        .params(course.value(), version.value())
                        .update()
                > 0;
    }

    private VersionRetirement retirement(ResultSet row) throws SQLException {
        Instant at = row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new VersionRetirement(
                new CourseVersionId(row.getObject(1, UUID.class)),
                row.getInt(2),
                at,
                row.getString(4),
                !at.isAfter(clock.instant()));
    }
}
