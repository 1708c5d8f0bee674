package org.collegium.courses.git;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
 * Who asked last for something with a repository, and keys with which somebody is about to begin courses. With an account the name goes, and
 * such a key.
 */
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
        return Set.of("course_git", "course_git_key");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return Map.of("asked", asked(account), "keys", keys(account));
    }

    private List<Line> asked(AccountId account) {
        return lines(
                "select course.title, git.asked_at from course_git git join course on course.id = git.course_id"
                        + " where git.asked_by = ? order by git.asked_at",
                account);
    }

    private List<Line> keys(AccountId account) {
        return lines(
                "select ssh_key_public, made_at from course_git_key where account_id = ? order by made_at", account);
    }

    private List<Line> lines(String query, AccountId account) {
        return jdbc.sql(query)
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
        jdbc.sql("delete from course_git_key where account_id = ?")
                .param(erased.account().value())
                .update();
    }

    private record Line(String what, Instant at) {}
}
