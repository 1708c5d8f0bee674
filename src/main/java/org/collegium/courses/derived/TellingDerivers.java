package org.collegium.courses.derived;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.VersionRetired;
import org.collegium.courses.VersionRetirement;
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

/** Writes to the authors of courses that were made from a version, when that is retired. */
@Component
class TellingDerivers {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final CourseVersions versions;
    private final VersionRetirements retirements;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    TellingDerivers(
            JdbcClient jdbc,
            CourseVersions versions,
            VersionRetirements retirements,
            Accounts accounts,
            Mails mails,
            SystemActor system) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.retirements = retirements;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    private record Author(AccountId person, CourseId course, String title) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(VersionRetired retired) {
        retirements
                .of(retired.version())
                .ifPresent(said -> versions.find(retired.version())
                        .ifPresent(
                                version -> authors(retired.version()).forEach(author -> tell(author, version, said))));
    }

    /** Who writes at the partners that have it; one query. */
    private List<Author> authors(CourseVersionId version) {
        return jdbc.sql("""
                        select distinct staff.account_id, course.id, course.title from course_derivation derivation
                        join course on course.id = derivation.course_id
                        join partner_staff staff on staff.partner_id = course.partner_id
                            and staff.role in ('AUTHOR', 'PARTNER_ADMINISTRATOR')
                        where derivation.upstream_version = ? order by course.id, staff.account_id limit ?
                        """)
                .params(version.value(), MOST)
                .query((row, number) -> new Author(
                        new AccountId(row.getObject(1, UUID.class)),
                        new CourseId(row.getObject(2, UUID.class)),
                        row.getString(3)))
                .list();
    }

    private void tell(Author author, CourseVersion version, VersionRetirement said) {
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
                                version.manifest().metadata().title(),
                                "number",
                                version.number(),
                                "day",
                                UtcTimes.minute(said.at(), mails.language(known.locale())),
                                "said",
                                said.message(),
                                "path",
                                ReuseNavigation.upstream(author.course())),
                        mails.language(known.locale()))));
    }
}
