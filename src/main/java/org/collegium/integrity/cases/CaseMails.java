package org.collegium.integrity.cases;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.UtcTimes;
import org.springframework.stereotype.Component;

/** Writes to those whom a case concerns, in their language, if they have shown that the address is theirs. What it is about they read when signed in. */
@Component
class CaseMails {

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    CaseMails(CourseRuns runs, CourseVersions versions, Accounts accounts, Mails mails, SystemActor system) {
        this.runs = runs;
        this.versions = versions;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    /** Part of the transaction that opens the case. */
    void opened(IntegrityCase opened) {
        opened.parties()
                .forEach(party -> send(
                        "integrity-opened",
                        party.learner(),
                        opened,
                        IntegrityNavigation.ownCase(opened.id()),
                        locale -> Map.of("due", UtcTimes.weekday(opened.statementDue(), locale))));
    }

    /** Part of the transaction that decides. */
    void decided(IntegrityCase about, CaseParty party) {
        send("integrity-decided", party.learner(), about, IntegrityNavigation.ownCase(about.id()), locale -> Map.of());
    }

    /** Part of the transaction that opens again what was decided. */
    void reopened(IntegrityCase about, CaseParty party, String reason) {
        send(
                "integrity-reopened",
                party.learner(),
                about,
                IntegrityNavigation.ownCase(about.id()),
                locale -> Map.of("reason", reason));
    }

    /** To whoever opened the case; part of the transaction that keeps the statement. */
    void stated(IntegrityCase about, UUID opener) {
        CourseRun run = runs.find(new CourseRunId(about.run())).orElse(null);
        if (run != null) {
            send(
                    "integrity-stated",
                    new AccountId(opener),
                    about,
                    IntegrityNavigation.caseOf(run.course().value(), about.id()),
                    locale -> Map.of());
        }
    }

    private void send(
            String template,
            AccountId to,
            IntegrityCase about,
            String path,
            Function<Locale, Map<String, Object>> more) {
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(to))
                .filter(AccountReference::confirmed)
                .ifPresent(known -> {
                    Map<String, Object> arguments = new HashMap<>(more.apply(mails.language(known.locale())));
                    arguments.put("subject", about.unitTitle());
                    arguments.put("name", known.name());
                    arguments.put("unit", about.unitTitle());
                    arguments.put("course", course(about.run()));
                    arguments.put("path", path);
                    mails.send(new MailMessage(
                            known.id(),
                            new EmailAddress(known.email()),
                            template,
                            arguments,
                            mails.language(known.locale())));
                });
    }

    private String course(UUID run) {
        return runs.find(new CourseRunId(run))
                .map(CourseRun::version)
                .flatMap(versions::find)
                .map(CourseVersion::manifest)
                .map(manifest -> manifest.metadata().title())
                .orElse("");
    }
}
