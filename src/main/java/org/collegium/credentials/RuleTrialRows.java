package org.collegium.credentials;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What trials of rules keep beside what every bulk issue keeps. */
@Repository
class RuleTrialRows {

    private final JdbcClient database;
    private final JsonMapper json;

    RuleTrialRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Takes in many learners of a run; whoever is in it already stays as they are. Their names follow when they are looked at. */
    void add(UUID id, CourseId course, CourseRunId run, String title, Collection<AccountId> learners) {
        database.sql("""
                        INSERT IGNORE INTO issuing_item (issuing_id, learner_id, course_id, run_id, learner_name,
                            course_title)
                        SELECT :id, learner.id, :course, :run, '', :title
                        FROM JSON_TABLE(:learners, '$[*]' COLUMNS (id CHAR(36) PATH '$')) learner
                        """)
                .param("id", id.toString())
                .param("course", course.toString())
                .param("run", run.toString())
                .param("title", title)
                .param(
                        "learners",
                        json.writeValueAsString(
                                learners.stream().map(AccountId::toString).toList()))
                .update();
    }

    /** Notes the name of somebody who was looked at, and whether they had earned it by the rule that holds. */
    void note(UUID id, DueCertificate.Key key, String name, @Nullable Boolean earnedBefore) {
        database.sql("""
                        UPDATE issuing_item SET learner_name = :name, earned_before = :before
                        WHERE issuing_id = :id AND learner_id = :learner AND course_id = :course
                        """)
                .param("name", name)
                .param("before", earnedBefore)
                .param("id", id.toString())
                .param("learner", key.learner().toString())
                .param("course", key.course().toString())
                .update();
    }

    /** The rule that is tried, as it is kept. */
    Optional<String> rule(UUID id) {
        return database.sql("SELECT rule FROM issuing WHERE id = :id AND rule IS NOT NULL")
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }
}
