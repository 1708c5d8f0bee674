package org.collegium.courses;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed and published courses. The courses stay when the account goes; the names of their hands do not. */
@Component
class PersonsCourseWork implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsCourseWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AccountErased erased) {
        String account = erased.account().toString();
        jdbc.sql("update course_draft set updated_by = null where updated_by = ?")
                .param(account)
                .update();
        jdbc.sql("update course_version set published_by = null where published_by = ?")
                .param(account)
                .update();
    }

    @Override
    public String name() {
        return "courseWork";
    }

    @Override
    public Set<String> tables() {
        return Set.of("course_draft", "course_version");
    }

    @Override
    public Object dataOf(AccountId account) {
        return Map.of(
                "draftsChangedLast",
                jdbc.sql("select course_id, updated_at from course_draft where updated_by = ?")
                        .param(account.toString())
                        .query()
                        .listOfRows(),
                "versionsPublished",
                jdbc.sql("select course_id, number, published_at from course_version where published_by = ?")
                        .param(account.toString())
                        .query()
                        .listOfRows());
    }
}
