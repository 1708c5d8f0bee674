package org.collegium.courses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who teaches runs, so that learners know whom to ask. What somebody may do there follows from their role at the partner alone. */
@Service
public class RunTeachers {

    private static final String MAY = "@courseAccess.may('" + CoursesPermissions.RUNS + "', #run)";
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    RunTeachers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of each run by name, as long as they are staff of its partner; runs of which nobody is named are missing. One query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Map<CourseRunId, List<RunTeacher>> of(Collection<CourseRunId> runs) {
        Map<CourseRunId, List<RunTeacher>> teachers = new HashMap<>();
        if (!runs.isEmpty()) {
            jdbc.sql("""
                            select teacher.run_id, account.id, account.name from course_run_teacher teacher
                            join course_run run on run.id = teacher.run_id join account on account.id = teacher.account_id
                            where teacher.run_id in (:runs) and exists (select 1 from partner_staff staff
                                where staff.partner_id = run.partner_id and staff.account_id = account.id)
                            order by account.name, account.id
                            """)
                    .param("runs", runs.stream().map(CourseRunId::value).toList())
                    .query(row -> {
                        teachers.computeIfAbsent(
                                        new CourseRunId(row.getObject(1, UUID.class)), run -> new ArrayList<>())
                                .add(new RunTeacher(new AccountId(row.getObject(2, UUID.class)), row.getString(3)));
                    });
        }
        return teachers;
    }

    /** A page of the staff of the partner of a run, by name, whose names have these letters; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RunTeacher> candidates(CourseRunId run, String letters, PageRequest page) {
        return jdbc.sql("""
                        select account.id, account.name from account where locate(:letters, account.name) > 0
                            and account.id in (select staff.account_id from partner_staff staff
                                join course_run run on run.partner_id = staff.partner_id where run.id = :run)
                        order by account.name, account.id limit :limit offset :offset
                        """)
                .param("letters", letters.strip())
                .param("run", run.value())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new RunTeacher(new AccountId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    /**
     * Says anew who teaches a run; a query for each and two more.
     *
     * @throws RuleViolation when there are more than 20, or one is no staff of the partner
     */
    @PreAuthorize(MAY)
    @Transactional
    public void state(CourseRunId run, Set<AccountId> teachers) {
        if (teachers.size() > MOST) {
            throw new RuleViolation("courses.run.teachers.number", teachers.size(), MOST);
        }
        jdbc.sql("delete from course_run_teacher where run_id = ?")
                .param(run.value())
                .update();
        for (AccountId teacher : teachers) {
            int added = jdbc.sql("""
                            insert into course_run_teacher (run_id, account_id)
                            select run.id, :teacher from course_run run where run.id = :run and exists (
                                select 1 from partner_staff staff
                                where staff.partner_id = run.partner_id and staff.account_id = :teacher)
                            """)
                    .param("run", run.value())
                    .param("teacher", teacher.value())
                    .update();
            if (added == 0) {
                throw new RuleViolation("courses.run.teachers.staff");
            }
        }
    }
}
