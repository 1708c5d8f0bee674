package org.collegium.courses;

import java.time.Clock;
import org.collegium.identity.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed the draft of a course, and when last; whoever did so does not review it. */
@Component
class Contributions {

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    Contributions(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** Notes the current person, if there is one; part of the transaction that changes the draft, behind what it writes. */
    void note(CourseId course) {
        access.current()
                .ifPresent(person -> jdbc.sql("""
                        insert into course_contribution (course_id, person_id, at) values (?, ?, ?)
                        on duplicate key update at = values(at)
                        """)
                        .params(course.value(), person.account().value(), clock.instant())
                        .update());
    }
}
