package org.collegium.learning.rollout;

import java.util.Map;
import java.util.Set;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.VersionDifference;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.learning.rollout.Effect.Share;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Writes to a learner that their course has another version, in their language, if they have shown that the address is theirs. */
@Component
class TellingRollOuts {

    private static final String TEMPLATE = "course-version";

    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;

    TellingRollOuts(Accounts accounts, Mails mails, SystemActor system) {
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
    }

    /** Part of the transaction that carries the learner over. */
    void tell(AccountId learner, CourseRun run, CourseVersion before, CourseVersion after, Share was, Share now) {
        String course = after.manifest().metadata().title();
        VersionDifference difference = VersionDifference.between(before.manifest(), after.manifest());
        system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(learner))
                .filter(AccountReference::confirmed)
                .ifPresent(known -> mails.send(new MailMessage(
                        known.id(),
                        new EmailAddress(known.email()),
                        TEMPLATE,
                        Map.of(
                                "subject",
                                course,
                                "name",
                                known.name(),
                                "course",
                                course,
                                "run",
                                run.title(),
                                "added",
                                difference.added().size(),
                                "changed",
                                difference.changed().size(),
                                "removed",
                                difference.removed().size(),
                                "was",
                                was,
                                "now",
                                now,
                                "path",
                                "/my-learning"),
                        mails.language(known.locale()))));
    }
}
