package org.collegium.courses.languages;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.partners.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses are the same in other languages, and what of their sources was looked at. */
@Component
class TranslationRows {

    private final JdbcClient jdbc;

    TranslationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The published courses of a partner that are one course in several languages: the one with this key, and its variants. */
    List<CourseId> family(PartnerId partner, String key) {
        return jdbc.sql("""
                        select id from course
                        where partner_id = ? and state = 'PUBLISHED' and (course_key = ? or variant_of = ?)
                        """)
                .params(partner.value(), key, key)
                .query((row, number) -> new CourseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** By the keys of units the hashes of what was looked at. */
    Map<String, String> seen(CourseId course) {
        Map<String, String> seen = new HashMap<>();
        jdbc.sql("select unit_key, source from course_translation where course_id = ?")
                .param(course.value())
                .query(row -> {
                    seen.put(row.getString(1), row.getString(2));
                });
        return seen;
    }

    void see(CourseId course, String unitKey, String source, Instant now) {
        jdbc.sql("""
                        insert into course_translation (course_id, unit_key, source, seen_at) values (?, ?, ?, ?)
                        on duplicate key update source = values(source), seen_at = values(seen_at)
                        """)
                .params(course.value(), unitKey, source, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    void forget(CourseId course, String unitKey) {
        jdbc.sql("delete from course_translation where course_id = ? and unit_key = ?")
                .params(course.value(), unitKey)
                .update();
    }
}
