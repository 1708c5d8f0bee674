package org.collegium.enrolment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.UtcTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to those who wait and have shown that the address is theirs, in their language, that a place is kept for them, or that its time is over. */
@Component
class TellingWaiting {

    private final Accounts accounts;
    private final CourseVersions versions;
    private final Mails mails;
    private final SystemActor system;

    TellingWaiting(Accounts accounts, CourseVersions versions, Mails mails, SystemActor system) {
        this.accounts = accounts;
        this.versions = versions;
        this.mails = mails;
        this.system = system;
    }

    /** Part of the transaction that keeps the place. */
    void kept(AccountId learner, CourseRun run, Instant until) {
        tell(learner, run, "enrolment-place-kept", until);
    }

    /** Part of the transaction that ends it. */
    void missed(AccountId learner, CourseRun run) {
        tell(learner, run, "enrolment-place-passed", null);
    }

    private void tell(AccountId learner, CourseRun run, String template, @Nullable Instant until) {
        String course = versions.find(run.version())
                .map(version -> version.manifest().metadata().title())
                .orElse(run.title());
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(learner))
                .filter(AccountReference::confirmed)
                .ifPresent(known -> {
                    Map<String, Object> words = new HashMap<>(Map.of(
                            "subject",
                            course,
                            "name",
                            known.name(),
                            "course",
                            course,
                            "run",
                            run.title(),
                            "path",
                            "/join/" + run.id()));
                    if (until != null) {
                        words.put("until", UtcTimes.weekday(until, mails.language(known.locale())));
                    }
                    mails.send(new MailMessage(
                            known.id(),
                            new EmailAddress(known.email()),
                            template,
                            words,
                            mails.language(known.locale())));
                });
    }
}
