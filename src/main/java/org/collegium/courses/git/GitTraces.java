package org.collegium.courses.git;

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

/** Who asked last for something with a repository. With an account only the name goes. */
@Component
class GitTraces implements PersonalDataExport {

    private final JdbcClient jdbc;

    GitTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "courseRepositories";
    }

    @Override
    public Set<String> tables() {
        return Set.of("course_git");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return jdbc.sql("select course.title, git.asked_at from course_git git join course on course.id = git.course_id"
                        + " where git.asked_by = ? order by git.asked_at")
                .param(account.value())
                .query((row, number) -> new Line(
                        row.getString(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        jdbc.sql("update course_git set asked_by = null where asked_by = ?")
                .param(erased.account().value())
                .update();
    }

    private record Line(String course, Instant at) {}
}
