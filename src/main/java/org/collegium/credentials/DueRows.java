package org.collegium.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is due, as it lies in the database. */
@Repository
class DueRows {

    /** Shared with the bulk issue, which takes over all rows that match. */
    static final String MATCHING = """
            FROM due_certificate
            WHERE (:text = '' OR learner_name LIKE :pattern ESCAPE '!' OR course_title LIKE :pattern ESCAPE '!')
            AND (:partner IS NULL OR partner_id = :partner)
            AND (:course IS NULL OR course_id = :course)
            """;

    private final JdbcClient database;

    DueRows(JdbcClient database) {
        this.database = database;
    }

    /** Notes that somebody is due, once for a learner and a course; the time of the first note stays. */
    void put(DueCertificate due) {
        database.sql("""
                        INSERT INTO due_certificate (learner_id, course_id, run_id, partner_id, learner_name,
                            course_title, partner_name, units, quizzes, mean_score, since)
                        VALUES (:learner, :course, :run, :partner, :name, :title, :partnerName, :units, :quizzes,
                            :mean, :since)
                        ON DUPLICATE KEY UPDATE run_id = VALUES(run_id), learner_name = VALUES(learner_name),
                            course_title = VALUES(course_title), units = VALUES(units), quizzes = VALUES(quizzes),
                            mean_score = VALUES(mean_score)
                        """)
                .param("learner", due.learner().toString())
                .param("course", due.course().toString())
                .param("run", due.run().toString())
                .param("partner", due.partner().toString())
                .param("name", due.learnerName())
                .param("title", due.courseTitle())
                .param("partnerName", due.partnerName())
                .param("units", due.units())
                .param("quizzes", due.quizzes())
                .param("mean", due.meanScore())
                .param("since", Rows.stored(due.since()))
                .update();
    }

    List<DueCertificate> list(CertificateFilter filter, PageRequest page) {
        return bound(
                        database.sql("SELECT * " + MATCHING + order(filter.sort()) + " LIMIT :limit OFFSET :offset"),
                        filter)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(DueRows::read)
                .list();
    }

    int count(CertificateFilter filter) {
        return bound(database.sql("SELECT COUNT(*) " + MATCHING), filter)
                .query(Integer.class)
                .single();
    }

    Optional<DueCertificate> find(AccountId learner, CourseId course) {
        return database.sql("SELECT * FROM due_certificate WHERE learner_id = :learner AND course_id = :course")
                .param("learner", learner.toString())
                .param("course", course.toString())
                .query(DueRows::read)
                .optional();
    }

    void remove(AccountId learner, CourseId course) {
        database.sql("DELETE FROM due_certificate WHERE learner_id = :learner AND course_id = :course")
                .param("learner", learner.toString())
                .param("course", course.toString())
                .update();
    }

    void forget(AccountId learner) {
        database.sql("DELETE FROM due_certificate WHERE learner_id = :learner")
                .param("learner", learner.toString())
                .update();
    }

    /** The courses in which somebody is due, by title. */
    List<Choice> courses() {
        return choices("course_id", "course_title");
    }

    /** The partners with a course in which somebody is due, by name. */
    List<Choice> partners() {
        return choices("partner_id", "partner_name");
    }

    /** Something to filter by. */
    record Choice(String id, String name) {}

    static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, CertificateFilter filter) {
        String text = filter.text().strip();
        return statement
                .param("text", text)
                .param("pattern", LikePattern.anywhere(text))
                .param("partner", filter.partner().map(PartnerId::toString).orElse(null))
                .param("course", filter.course().map(CourseId::toString).orElse(null));
    }

    private List<Choice> choices(String id, String name) {
        return database.sql("SELECT " + id + " id, MAX(" + name + ") name FROM due_certificate GROUP BY " + id
                        + " ORDER BY name LIMIT 500")
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
    }

    private static String order(CertificateFilter.Sort sort) {
        return switch (sort) {
            case OLDEST -> " ORDER BY since, learner_id, course_id";
            case NEWEST -> " ORDER BY since DESC, learner_id, course_id";
            case LEARNER -> " ORDER BY learner_name, learner_id, course_id";
            case COURSE -> " ORDER BY course_title, learner_name, learner_id";
        };
    }

    private static DueCertificate read(ResultSet row, int number) throws SQLException {
        double mean = row.getDouble("mean_score");
        boolean noMean = row.wasNull();
        return new DueCertificate(
                new AccountId(Rows.id(row, "learner_id")),
                new CourseRunId(Rows.id(row, "run_id")),
                new CourseId(Rows.id(row, "course_id")),
                new PartnerId(Rows.id(row, "partner_id")),
                row.getString("learner_name"),
                row.getString("course_title"),
                row.getString("partner_name"),
                row.getInt("units"),
                row.getInt("quizzes"),
                noMean ? null : mean,
                Rows.time(row, "since"));
    }
}
