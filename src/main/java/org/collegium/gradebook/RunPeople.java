package org.collegium.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The learners of a run by name. To sort and search among thousands in one query it reads names from identity and enrolments from
 * enrolment, and nothing else of them.
 */
@Component
class RunPeople {

    private static final String FROM = """
             from enrolment enrolment join account person on person.id = enrolment.learner_id
            where enrolment.run_id = :run and enrolment.state = 'ACTIVE'
            and (person.name like :text escape '!' or person.email like :text escape '!')
            """;

    private static final String LIST = "select person.id, person.name, person.email" + FROM + " order by person.name";

    private final JdbcClient jdbc;

    RunPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A learner of a run. */
    record Person(AccountId id, String name, String email) {}

    List<Person> page(CourseRunId run, String text, boolean ascending, PageRequest page) {
        return asked(LIST + (ascending ? "" : " desc") + ", person.id limit :limit offset :offset", run, text)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> person(row))
                .list();
    }

    /** Those of these who are in the run, in no order. */
    List<Person> some(CourseRunId run, Collection<AccountId> learners) {
        return learners.isEmpty()
                ? List.of()
                : asked("select person.id, person.name, person.email" + FROM + " and person.id in (:learners)", run, "")
                        .param(
                                "learners",
                                learners.stream().map(AccountId::value).toList())
                        .query((row, number) -> person(row))
                        .list();
    }

    /** All of them, by name. */
    List<Person> all(CourseRunId run, String text) {
        return asked(LIST + ", person.id", run, text)
                .query((row, number) -> person(row))
                .list();
    }

    Optional<Person> find(CourseRunId run, AccountId learner) {
        return asked("select person.id, person.name, person.email" + FROM + " and person.id = :learner", run, "")
                .param("learner", learner.value())
                .query((row, number) -> person(row))
                .optional();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(new AccountId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3));
    }

    int count(CourseRunId run, String text) {
        return asked("select count(*)" + FROM, run, text).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, CourseRunId run, String text) {
        return jdbc.sql(sql).param("run", run.value()).param("text", LikePattern.anywhere(text.strip()));
    }
}
