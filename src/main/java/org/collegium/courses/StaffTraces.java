package org.collegium.courses;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What courses remember of the people who made them: who changed a draft last, who published a version, who has contributed. With an
 * account only the name goes, since the course stays.
 */
@Component
class StaffTraces implements PersonalDataExport {

    private final JdbcClient jdbc;

    StaffTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "courses";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "course_draft",
                "course_version",
                "course_contribution",
                "course_run_move",
                "course_retirement",
                "course_version_retirement",
                "course_run_teacher");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return jdbc.sql("""
                        select course.title, 'changed the draft' as deed, draft.updated_at as at
                        from course_draft draft join course on course.id = draft.course_id where draft.updated_by = :person
                        union all
                        select course.title, concat('published version ', version.number), version.published_at
                        from course_version version join course on course.id = version.course_id
                        where version.published_by = :person
                        union all
                        select course.title, concat('gave the run ', run.title, ' another version'), moved.moved_at
                        from course_run_move moved join course_run run on run.id = moved.run_id
                        join course on course.id = run.course_id
                        where moved.moved_by = :person
                        union all
                        select course.title, 'announced that the course will be retired', retirement.announced_at
                        from course_retirement retirement join course on course.id = retirement.course_id
                        where retirement.announced_by = :person
                        union all
                        select course.title, concat('announced that version ', version.number, ' will be retired'),
                            retirement.announced_at
                        from course_version_retirement retirement
                        join course_version version on version.id = retirement.version_id
                        join course on course.id = retirement.course_id
                        where retirement.announced_by = :person
                        union all
                        select course.title, concat('teaches the run ', run.title), run.created_at
                        from course_run_teacher teacher join course_run run on run.id = teacher.run_id
                        join course on course.id = run.course_id
                        where teacher.account_id = :person
                        union all
                        select course.title, 'contributed last', contribution.at
                        from course_contribution contribution join course on course.id = contribution.course_id
                        where contribution.person_id = :person order by at
                        """)
                .param("person", account.value())
                .query((row, number) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String statement : List.of(
                "update course_draft set updated_by = null where updated_by = ?",
                "update course_version set published_by = null where published_by = ?",
                "update course_run_move set moved_by = null where moved_by = ?",
                "update course_retirement set announced_by = null where announced_by = ?",
                "update course_version_retirement set announced_by = null where announced_by = ?",
                "delete from course_run_teacher where account_id = ?",
                "delete from course_contribution where person_id = ?")) {
            jdbc.sql(statement).param(erased.account().value()).update();
        }
    }

    private record Line(String course, String deed, Instant at) {}
}
