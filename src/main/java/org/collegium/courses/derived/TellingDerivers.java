package org.collegium.courses.derived;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Retirements;
import org.collegium.courses.TellingRetirementBegan;
import org.collegium.courses.VersionRetirements;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.UtcTimes;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes to the authors of courses that were made from another, when that or the version of it that they have is retired. */
@Component
class TellingDerivers {

    private final JdbcClient jdbc;
    private final CourseVersions versions;
    private final VersionRetirements retirements;
    private final Retirements ofCourses;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    TellingDerivers(
            JdbcClient jdbc,
            CourseVersions versions,
            VersionRetirements retirements,
            Retirements ofCourses,
            Accounts accounts,
            Mails mails,
            SystemActor system) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.retirements = retirements;
        this.ofCourses = ofCourses;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    /**
     * What is said of a retirement.
     *
     * @param upstream title of the course
     * @param number of the version that is retired, 0 for the whole course
     */
    private record Said(String upstream, int number, Instant at, boolean done, String message) {}

    private record Author(AccountId person, CourseId course, String title) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TellingRetirementBegan began) {
        began.version().ifPresentOrElse(this::tellOfVersion, () -> tellOfCourse(began.course()));
    }

    private void tellOfVersion(CourseVersionId retired) {
        retirements
                .of(retired)
                .ifPresent(said -> versions.find(retired).ifPresent(version -> {
                    String title = version.manifest().metadata().title();
                    Said words = new Said(title, version.number(), said.at(), said.done(), said.message());
                    authors("derivation.upstream_version", retired.value()).forEach(author -> tell(author, words));
                }));
    }

    private void tellOfCourse(CourseId retired) {
        ofCourses
                .of(retired)
                .ifPresent(said -> versions.latest(retired).ifPresent(version -> {
                    String title = version.manifest().metadata().title();
                    Said words = new Said(title, 0, said.at(), said.done(), said.message());
                    authors("derivation.upstream_course", retired.value()).forEach(author -> tell(author, words));
                }));
    }

    /** Who writes at the partners that have it; one query. */
    private List<Author> authors(String column, UUID about) {
        return jdbc.sql("""
                        select distinct staff.account_id, course.id, course.title from course_derivation derivation
                        join course on course.id = derivation.course_id
                        join partner_staff staff on staff.partner_id = course.partner_id
                            and staff.role in ('AUTHOR', 'PARTNER_ADMINISTRATOR')
                        where %s = ? order by course.id, staff.account_id
                        """.formatted(column))
                .param(about)
                .query((row, number) -> new Author(
                        new AccountId(row.getObject(1, UUID.class)),
                        new CourseId(row.getObject(2, UUID.class)),
                        row.getString(3)))
                .list();
    }

    private void tell(Author author, Said said) {
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(author.person()))
                .filter(AccountReference::confirmed)
                .ifPresent(known -> mails.send(new MailMessage(
                        known.id(),
                        new EmailAddress(known.email()),
                        "upstream-retired",
                        Map.of(
                                "subject",
                                author.title(),
                                "name",
                                known.name(),
                                "course",
                                author.title(),
                                "upstream",
                                said.upstream(),
                                "number",
                                said.number(),
                                "done",
                                said.done(),
                                "day",
                                UtcTimes.minute(said.at(), mails.language(known.locale())),
                                "said",
                                said.message(),
                                "path",
                                said.number() == 0
                                        ? ReuseNavigation.reuse(author.course())
                                        : ReuseNavigation.upstream(author.course())),
                        mails.language(known.locale()))));
    }
}
