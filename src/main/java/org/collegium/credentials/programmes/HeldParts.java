package org.collegium.credentials.programmes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Rows;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which certificates of courses people hold that count for programmes. */
@Repository
class HeldParts {

    private static final String COUNTING = """
            FROM certificate LEFT JOIN certificate_suspension suspension
                ON suspension.certificate_id = certificate.id AND suspension.open = 1
            WHERE certificate.course_id IN (:courses) AND certificate.live = 1 AND certificate.revoked_at IS NULL
                AND suspension.certificate_id IS NULL
                AND (certificate.valid_until IS NULL OR certificate.valid_until > UTC_TIMESTAMP(6))
            """;

    private final JdbcClient database;

    HeldParts(JdbcClient database) {
        this.database = database;
    }

    /** The valid certificates of a learner, by course; one query. */
    Map<CourseId, CertificateId> of(AccountId learner, Collection<CourseId> courses) {
        Map<CourseId, CertificateId> held = new HashMap<>();
        database.sql("SELECT certificate.course_id, certificate.id " + COUNTING
                        + " AND certificate.learner_id = :learner")
                .param("courses", texts(courses))
                .param("learner", learner.toString())
                .query((row, number) ->
                        held.put(new CourseId(Rows.id(row, "course_id")), new CertificateId(Rows.id(row, "id"))))
                .list();
        return held;
    }

    /** Those who hold at least so many certificates of these courses, by id, after one; one query. */
    List<AccountId> holders(Collection<CourseId> courses, int least, UUID after, int most) {
        return database.sql("SELECT certificate.learner_id " + COUNTING + """
                         AND certificate.learner_id > :after
                        GROUP BY certificate.learner_id HAVING COUNT(*) >= :least
                        ORDER BY certificate.learner_id LIMIT :most
                        """)
                .param("courses", texts(courses))
                .param("least", least)
                .param("after", after.toString())
                .param("most", most)
                .query((row, number) -> new AccountId(Rows.id(row, "learner_id")))
                .list();
    }

    private static List<String> texts(Collection<CourseId> courses) {
        return courses.stream().map(CourseId::toString).toList();
    }
}
