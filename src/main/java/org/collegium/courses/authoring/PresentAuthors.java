package org.collegium.courses.authoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a draft open, on whatever node. Each tab says every few seconds where it is; who has not said so is gone. */
@Service
public class PresentAuthors {

    /** How often a tab says that it is there. */
    public static final Duration OFTEN = Duration.ofSeconds(5);

    private static final Duration GONE = Duration.ofSeconds(20);
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Access access;
    private final RetriedTransactions transactions;
    private final Clock clock;

    PresentAuthors(JdbcClient jdbc, Access access, RetriedTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Says that the person is there, and who else is; three statements.
     *
     * @param unitKey where they are; empty for the outline
     * @param tab made by the view
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    public List<PresentAuthor> here(CourseId course, String unitKey, UUID tab) {
        Optional<AccountId> person = access.account();
        return transactions.run(() -> {
            Instant now = clock.instant();
            person.ifPresent(account -> jdbc.sql("""
                            insert into course_presence (course_id, tab, unit_key, account_id, seen_at)
                            values (?, ?, ?, ?, ?)
                            on duplicate key update unit_key = values(unit_key), seen_at = values(seen_at)
                            """)
                    .params(course.value(), tab, unitKey, account.value(), now)
                    .update());
            jdbc.sql("delete from course_presence where course_id = ? and seen_at < ?")
                    .params(course.value(), now.minus(FORGOTTEN))
                    .update();
            return jdbc.sql("""
                            select distinct person.name, presence.unit_key, person.id
                            from course_presence presence join account person on person.id = presence.account_id
                            where presence.course_id = ? and presence.tab <> ? and presence.seen_at > ?
                            order by person.name, presence.unit_key limit 50
                            """)
                    .params(course.value(), tab, now.minus(GONE))
                    .query((row, number) -> new PresentAuthor(
                            row.getString(1),
                            row.getString(2),
                            person.filter(account -> account.value().equals(uuid(row)))
                                    .isPresent()))
                    .list();
        });
    }

    /** Says that a tab is gone; one statement. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void gone(CourseId course, UUID tab) {
        jdbc.sql("delete from course_presence where course_id = ? and tab = ?")
                .params(course.value(), tab)
                .update();
    }

    private static UUID uuid(java.sql.ResultSet row) {
        try {
            return row.getObject(3, UUID.class);
        } catch (java.sql.SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
