package org.collegium.courses.authoring;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What drafts remember of the people who write them. With an account only the name goes, since the course stays. */
@Component
class AuthorTraces implements PersonalDataExport {

    private final JdbcClient jdbc;

    AuthorTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "courseAuthoring";
    }

    @Override
    public Set<String> tables() {
        return Set.of("course_lesson_version", "course_presence");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return jdbc.sql("""
                        select course.title, version.unit_key, concat('wrote version ', version.number, ' (', lower(version.kind), ')'),
                            version.kept_at as at
                        from course_lesson_version version join course on course.id = version.course_id
                        where version.author_id = :person
                        union all
                        select course.title, presence.unit_key, 'was there', presence.seen_at
                        from course_presence presence join course on course.id = presence.course_id
                        where presence.account_id = :person order by at
                        """)
                .param("person", account.value())
                .query((row, number) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        jdbc.sql("update course_lesson_version set author_id = null where author_id = ?")
                .param(erased.account().value())
                .update();
        jdbc.sql("delete from course_presence where account_id = ?")
                .param(erased.account().value())
                .update();
    }

    private record Line(String course, String unit, String deed, Instant at) {}
}
