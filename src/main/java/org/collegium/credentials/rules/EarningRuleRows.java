package org.collegium.credentials.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.credentials.Rows;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rules of courses as they lie in the database. */
@Repository
public class EarningRuleRows {

    private final JdbcClient database;
    private final JsonMapper json;

    EarningRuleRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The rule that holds for a course, where one was published; one query. */
    public Optional<EarningRule> holding(CourseId course) {
        return latest(course).map(PublishedRule::rule);
    }

    Optional<PublishedRule> latest(CourseId course) {
        return history(course, new PageRequest(0, 1)).stream().findFirst();
    }

    List<PublishedRule> history(CourseId course, PageRequest page) {
        return database.sql("""
                        SELECT number, rule, reason, published_at FROM earning_rule WHERE course_id = :course
                        ORDER BY number DESC LIMIT :limit OFFSET :offset
                        """)
                .param("course", course.toString())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new PublishedRule(
                        row.getInt("number"),
                        read(row.getString("rule")),
                        row.getString("reason"),
                        Rows.time(row, "published_at")))
                .list();
    }

    Optional<RuleDraft> draft(CourseId course) {
        return database.sql("SELECT version, rule, changed_at FROM earning_rule_draft WHERE course_id = :course")
                .param("course", course.toString())
                .query((row, number) -> draft(row))
                .optional();
    }

    private RuleDraft draft(ResultSet row) throws SQLException {
        return new RuleDraft(row.getInt("version"), read(row.getString("rule")), Rows.time(row, "changed_at"));
    }

    /** @param version what was read, 0 when there was none. Returns false when somebody else was quicker. */
    boolean keep(CourseId course, PartnerId partner, int version, EarningRule rule, @Nullable UUID by, Instant at) {
        String sql = version == 0 ? """
                INSERT INTO earning_rule_draft (course_id, version, partner_id, rule, changed_at, changed_by)
                VALUES (:course, :version + 1, :partner, :rule, :at, :by)
                """ : """
                UPDATE earning_rule_draft
                SET version = version + 1, rule = :rule, changed_at = :at, changed_by = :by
                WHERE course_id = :course AND version = :version
                """;
        try {
            return database.sql(sql)
                            .param("course", course.toString())
                            .param("version", version)
                            .param("partner", partner.toString())
                            .param("rule", written(rule))
                            .param("at", Rows.stored(at))
                            .param("by", by == null ? null : by.toString())
                            .update()
                    == 1;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    /** Returns false when the draft is another one by now. */
    boolean drop(CourseId course, int version) {
        return database.sql("DELETE FROM earning_rule_draft WHERE course_id = :course AND version = :version")
                        .param("course", course.toString())
                        .param("version", version)
                        .update()
                == 1;
    }

    void publish(CourseId course, PartnerId partner, EarningRule rule, String reason, @Nullable UUID by, Instant at) {
        database.sql("""
                        INSERT INTO earning_rule (course_id, number, partner_id, rule, reason, published_at, published_by)
                        SELECT :course, COALESCE(MAX(number), 0) + 1, :partner, :rule, :reason, :at, :by
                        FROM earning_rule WHERE course_id = :course
                        """)
                .param("course", course.toString())
                .param("partner", partner.toString())
                .param("rule", written(rule))
                .param("reason", reason)
                .param("at", Rows.stored(at))
                .param("by", by == null ? null : by.toString())
                .update();
    }

    void forget(AccountId person) {
        database.sql("UPDATE earning_rule SET published_by = NULL WHERE published_by = :person")
                .param("person", person.toString())
                .update();
        database.sql("UPDATE earning_rule_draft SET changed_by = NULL WHERE changed_by = :person")
                .param("person", person.toString())
                .update();
    }

    /** A rule as it is kept. */
    public String written(EarningRule rule) {
        return json.writeValueAsString(rule);
    }

    /** What {@link #written} wrote. */
    public EarningRule read(String rule) {
        return json.readValue(rule, EarningRule.class);
    }
}
