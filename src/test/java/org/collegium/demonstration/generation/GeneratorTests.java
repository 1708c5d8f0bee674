package org.collegium.demonstration.generation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.catalogue.Catalogue;
import org.collegium.catalogue.CatalogueFixtures;
import org.collegium.catalogue.CatalogueQuery;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.credentials.CertificateCode;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.Verdict;
import org.collegium.identity.SystemActor;
import org.collegium.learning.LearningPermissions;
import org.collegium.learning.RecomputingProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class GeneratorTests {

    private static final int COURSES = 30;
    private static final int LEARNERS = 120;

    @Autowired
    private Generator generator;

    @Autowired
    private RecomputingProgress recomputing;

    @Autowired
    private Certificates certificates;

    @Autowired
    private SystemActor system;

    @Autowired
    private JdbcClient database;

    @Autowired
    private EntityManager entities;

    @Autowired
    private ApplicationContext beans;

    private final List<String> told = new ArrayList<>();
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void publishOneCourse() {
        CoursesFixtures.publishedCourse(beans);
        entities.flush();
        before = counts();
    }

    @Test
    void thereAreAsManyAsWereAskedFor() {
        generate(3);

        assertThat(added("course")).isEqualTo(COURSES);
        assertThat(added("course_version")).isEqualTo(COURSES);
        assertThat(added("course_run")).isEqualTo(COURSES);
        assertThat(added("catalogue_entry")).isEqualTo(COURSES);
        assertThat(number("SELECT COUNT(*) FROM account WHERE email LIKE '%" + GeneratingPeople.LEARNERS + "'"))
                .isEqualTo(LEARNERS);
        for (String table : List.of("enrolment", "learning_event", "quiz_attempt", "quiz_answer", "certificate")) {
            assertThat(added(table)).as(table).isPositive();
        }
        assertThat(told)
                .contains("Generating courses: 30 of 30", "Generating learners: 120 of 120")
                .last()
                .asString()
                .startsWith("Generated ");
    }

    @Test
    void theSameSeedGivesTheSameDataAndAnotherSeedOthers() {
        generate(3);
        Map<String, String> first = contents();
        again();
        generate(3);
        Map<String, String> second = contents();
        again();
        generate(4);

        assertThat(second).isEqualTo(first);
        assertThat(contents().get("enrolment")).isNotEqualTo(first.get("enrolment"));
    }

    @Test
    void progressIsWhatFollowsFromTheEventLog() {
        generate(3);

        for (UUID run : generatedRuns()) {
            RecomputingProgress.Recomputed recomputed =
                    system.call(Set.of(LearningPermissions.RECOMPUTE), () -> recomputing.of(new CourseRunId(run)));
            assertThat(recomputed.changed()).as("changed in run " + run).isZero();
        }
        assertThat(added("learning_event") - number("SELECT COUNT(*) FROM learning_event WHERE unit_key = ''"))
                .isPositive();
    }

    @Test
    void theCatalogueShowsTheCourses() {
        generate(3);
        Catalogue catalogue = CatalogueFixtures.insideTransaction(beans);

        assertThat(catalogue.search(CatalogueQuery.of(Map.of())).courses()).isGreaterThanOrEqualTo(COURSES);
        String title = database.sql("SELECT c.title FROM course c JOIN partner p ON p.id = c.partner_id"
                        + " WHERE p.homepage = CONCAT('https://example.org/', p.slug) ORDER BY c.id DESC LIMIT 1")
                .query(String.class)
                .single();
        assertThat(catalogue
                        .search(CatalogueQuery.of(Map.of("q", List.of(title))))
                        .cards())
                .anyMatch(card -> card.entry().title().equals(title));
    }

    @Test
    void certificatesCanBeVerified() {
        generate(3);
        List<String> codes = database.sql("SELECT code FROM certificate WHERE revoked_at IS NULL")
                .query(String.class)
                .list();

        assertThat(codes).isNotEmpty();
        assertThat(certificates.verify(new CertificateCode(codes.getFirst()))).isInstanceOf(Verdict.Valid.class);
    }

    private void generate(long seed) {
        generator.generate(
                new GenerationRequest(COURSES, LEARNERS, seed, LocalDate.of(2026, 11, 1)),
                "open-lake-winter",
                told::add);
    }

    /** Back to where the test began. */
    private void again() {
        TestTransaction.flagForRollback();
        TestTransaction.end();
        TestTransaction.start();
        publishOneCourse();
    }

    private long added(String table) {
        return number("SELECT COUNT(*) FROM " + table) - before.getOrDefault(table, 0L);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        Tables.names().forEach(table -> counts.put(table, number("SELECT COUNT(*) FROM " + table)));
        return counts;
    }

    private List<UUID> generatedRuns() {
        return database.sql("SELECT DISTINCT e.run_id FROM enrolment e JOIN account a ON a.id = e.learner_id"
                        + " WHERE a.email LIKE '%" + GeneratingPeople.LEARNERS + "'")
                .query(UUID.class)
                .list();
    }

    /** A digest of each table that generated people and courses fill, without what the test itself made anew. */
    private Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        String learners = "(SELECT id FROM account WHERE email LIKE '%" + GeneratingPeople.LEARNERS + "')";
        contents.put("account", digest("account", "email, name, locale, created_at, id", "id IN " + learners, "id"));
        contents.put(
                "course", digest("course", "id, course_key, title", "id IN (SELECT course_id FROM enrolment)", "id"));
        for (String table : List.of("enrolment", "learning_event", "unit_progress", "quiz_attempt", "certificate")) {
            String columns = database.sql("SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM"
                            + " information_schema.columns WHERE table_schema = DATABASE() AND table_name = :table"
                            + " AND column_name <> 'issued_by'")
                    .param("table", table)
                    .query(String.class)
                    .single();
            contents.put(table, digest(table, columns, "learner_id IN " + learners, columns));
        }
        return contents;
    }

    private String digest(String table, String columns, String which, String order) {
        database.sql("SET SESSION group_concat_max_len = 100000000").update();
        return database.sql("SELECT COALESCE(SHA2(GROUP_CONCAT(CONCAT_WS('|', " + columns + ") ORDER BY " + order
                        + "), 256), '') FROM " + table + " WHERE " + which)
                .query(String.class)
                .single();
    }
}
