package org.collegium.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.courses.checks.UnitResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What looking at contents gave, in the database. */
@Component
class CourseCheckRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    CourseCheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was looked at: a content, as a unit of a kind, in a language. */
    record CheckedContent(String content, String kind, String language) {}

    record Row(UnitResult result, Instant at) {}

    /** Those that are known by the rules of today; one query. */
    Map<CheckedContent, Row> of(Collection<CheckedContent> keys) {
        Map<CheckedContent, Row> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.sql("""
            select content, kind, language, result, checked_at from course_check
            where content in (:contents) and rules = :rules
            """)
                .param("contents", keys.stream().map(CheckedContent::content).collect(Collectors.toSet()))
                .param("rules", UnitResult.RULES)
                .query((row, number) ->
                        found.put(new CheckedContent(row.getString(1), row.getString(2), row.getString(3)), row(row)))
                .list();
        found.keySet().retainAll(keys);
        return found;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                JSON.readValue(row.getString(4), UnitResult.class),
                row.getObject(5, Timestamp.class).toInstant());
    }

    void keep(CheckedContent key, UnitResult result, Instant now) {
        jdbc.sql("""
            insert into course_check (content, kind, language, rules, result, checked_at) values (?, ?, ?, ?, ?, ?)
            on duplicate key update rules = values(rules), result = values(result), checked_at = values(checked_at)
            """)
                .params(
                        key.content(),
                        key.kind(),
                        key.language(),
                        UnitResult.RULES,
                        JSON.writeValueAsString(result),
                        now)
                .update();
    }

    /** Forgets what was looked at before a time; what is still in use is looked at again. */
    void forget(Instant before) {
        jdbc.sql("delete from course_check where checked_at < ? limit 1000")
                .param(before)
                .update();
    }
}
