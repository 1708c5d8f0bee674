package org.collegium.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersionId;
import org.collegium.identity.AccountId;
import org.collegium.identity.SignedIn;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Published courses and people for tests, written straight into the tables; every call makes new ones. */
@TestComponent
public class StudyFixtures {

    private final JdbcClient jdbc;
    private final UserDetailsService people;

    public StudyFixtures(JdbcClient jdbc, UserDetailsService people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** A published course with one run. */
    public record Offered(
            UUID partner, String slug, String key, CourseId course, CourseVersionId version, CourseRunId run) {}

    /**
     * How a run takes learners.
     *
     * @param capacity null without limit
     */
    public record Terms(
            @Nullable Instant opens,
            @Nullable Instant closes,
            boolean selfEnrolment,
            @Nullable Integer capacity) {

        public static final Terms OPEN = new Terms(null, null, true, null);
    }

    /** A lesson, an exercise with its solution, a quiz, and an optional lesson. */
    public static CourseManifest smallCourse() {
        return course(List.of(
                new CourseSection(
                        "begin",
                        "Begin",
                        null,
                        List.of(
                                unit("first-lesson", "lesson", true, false, null),
                                unit("first-exercise", "notebook", true, true, null),
                                unit("first-solution", "notebook", false, false, "first-exercise"))),
                new CourseSection(
                        "end",
                        "End",
                        null,
                        List.of(
                                unit("last-quiz", "quiz", true, false, null),
                                unit("further-reading", "lesson", false, false, null)))));
    }

    /** A course that needs no texts. */
    public static CourseManifest quizOnly() {
        return course(List.of(
                new CourseSection("only", "Only", null, List.of(unit("only-quiz", "quiz", true, false, null)))));
    }

    public static CourseUnit unit(
            String key, String kind, boolean required, boolean exercise, @Nullable String solutionOf) {
        return new CourseUnit(
                key,
                "Title of " + key,
                kind,
                kind + "s/" + key + ".md",
                7,
                false,
                required,
                exercise,
                solutionOf,
                kind.equals("quiz") ? 5 : 0,
                List.of());
    }

    public static CourseManifest course(List<CourseSection> sections) {
        CourseMetadata metadata = new CourseMetadata(
                "fixture-course",
                "Fixture course",
                "A course for tests.",
                "",
                List.of("Pass tests."),
                "fixture-partner",
                List.of(),
                "en",
                null,
                CourseLevel.INTRODUCTORY,
                List.of(Audience.PUBLIC),
                3,
                List.of(),
                List.of(),
                "CC-BY-4.0",
                null,
                null,
                null);
        Map<String, CourseFile> files = new TreeMap<>();
        sections.stream()
                .flatMap(section -> section.units().stream())
                .flatMap(CourseUnit::withNested)
                .forEach(unit -> files.put(unit.file(), new CourseFile(unit.file(), "0".repeat(64), 10, "text/plain")));
        return new CourseManifest(metadata, sections, files);
    }

    public Offered offer(CourseManifest manifest, Terms terms) {
        UUID partner = Uuids.next();
        String slug = "p-" + partner;
        jdbc.sql("""
                insert into partner (id, version, slug, name, short_name, kind, country, brand_colour, description,
                    admitted_at)
                values (?, 0, ?, 'Fixture partner', 'FP', 'UNIVERSITY', 'FI', '#225577', '', now(6))
                """).params(partner, slug).update();
        CourseId course = CourseId.next();
        CourseVersionId version = CourseVersionId.next();
        jdbc.sql("""
                insert into course (id, version, partner_id, course_key, title, language, state, published_version,
                    published_number, published_hash, created_at, changed_at)
                values (?, 0, ?, ?, ?, 'en', 'PUBLISHED', ?, 1, repeat('0', 64), now(6), now(6))
                """)
                .params(
                        course.value(),
                        partner,
                        manifest.metadata().key(),
                        manifest.metadata().title(),
                        version.value())
                .update();
        insertVersion(course, partner, version, 1, manifest);
        CourseRunId run = CourseRunId.next();
        jdbc.sql("""
                insert into course_run (id, version, course_id, partner_id, version_id, title, opens_at, closes_at,
                    self_enrolment, capacity, created_at)
                values (?, 0, ?, ?, ?, 'Fixture run', ?, ?, ?, ?, now(6))
                """)
                .params(run.value(), course.value(), partner, version.value())
                .param(terms.opens())
                .param(terms.closes())
                .param(terms.selfEnrolment())
                .param(terms.capacity())
                .update();
        return new Offered(partner, slug, manifest.metadata().key(), course, version, run);
    }

    public Offered offer() {
        return offer(smallCourse(), Terms.OPEN);
    }

    /** Publishes another version and moves the run to it, without telling anybody. */
    public CourseVersionId moveTo(Offered offered, CourseManifest manifest) {
        CourseVersionId version = CourseVersionId.next();
        insertVersion(offered.course(), offered.partner(), version, 2, manifest);
        jdbc.sql("update course_run set version_id = ? where id = ?")
                .params(version.value(), offered.run().value())
                .update();
        return version;
    }

    /** Publishes another version; the run keeps the one that it has. */
    public CourseVersionId publish(Offered offered, int number, CourseManifest manifest) {
        CourseVersionId version = CourseVersionId.next();
        insertVersion(offered.course(), offered.partner(), version, number, manifest);
        return version;
    }

    private void insertVersion(
            CourseId course, UUID partner, CourseVersionId version, int number, CourseManifest manifest) {
        jdbc.sql("""
                insert into course_version (id, course_id, partner_id, number, manifest, manifest_hash, published_at)
                values (?, ?, ?, ?, ?, repeat('0', 64), now(6))
                """)
                .params(version.value(), course.value(), partner, number, manifest.json())
                .update();
    }

    /** A confirmed account of a learner. */
    public AccountId learner(String name) {
        AccountId account = AccountId.next();
        jdbc.sql("""
                insert into account (id, version, email, name, locale, created_at, confirmed_at, session_epoch)
                values (?, 0, ?, ?, 'en', now(6), now(6), 0)
                """).params(account.value(), account + "@example.org", name).update();
        jdbc.sql("insert into account_role (account_id, role) values (?, 'LEARNER')")
                .params(account.value())
                .update();
        return account;
    }

    /** Signs the account in for this thread, with further permissions. */
    public void signIn(AccountId account, String... permissions) {
        SignedIn person = (SignedIn) people.loadUserByUsername(account + "@example.org");
        List<GrantedAuthority> authorities = AuthorityUtils.createAuthorityList(permissions);
        authorities.addAll(person.getAuthorities());
        TestingAuthenticationToken token = new TestingAuthenticationToken(person, null, authorities);
        SecurityContextHolder.getContext().setAuthentication(token);
    }

    /** Does something as this account. */
    public <T> T as(AccountId account, Supplier<T> work) {
        signIn(account);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Signs somebody in who is nobody else in the test, with these permissions. */
    public void signInAsStaff(String... permissions) {
        signIn(learner("Staff"), permissions);
    }
}
