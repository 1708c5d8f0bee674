package org.collegium.labs.marking;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.activity.ActivityAddresses;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.messaging.MailMessage;
import org.collegium.messaging.Mails;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RetriedTransactions;
import org.springframework.stereotype.Component;

/**
 * Writes to the learners whose grades are others now, in their language: one mail to each, with all of their submissions that
 * changed, if they have shown that the address is theirs. That somebody was told is noted with the mail, so that nobody is told twice;
 * the page of the lab says the same.
 */
@Component
class TellingLearners {

    private static final String TEMPLATE = "labs-regraded";
    private static final int BATCH = 50;

    private final ToldRows rows;
    private final CourseVersions versions;
    private final ActivityAddresses addresses;
    private final Accounts accounts;
    private final Mails mails;
    private final SystemActor system;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TellingLearners(
            ToldRows rows,
            CourseVersions versions,
            ActivityAddresses addresses,
            Accounts accounts,
            Mails mails,
            SystemActor system,
            RetriedTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.addresses = addresses;
        this.accounts = accounts;
        this.mails = mails;
        this.system = system;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A submission as the mail names it; numbers as the learner writes them. */
    public record Line(int number, String before, String beforeMax, String after, String afterMax, String outcome) {}

    /** Tells everybody whose grade the regrade has changed and who was not told yet. */
    void tell(Regrade regrade) {
        List<AccountId> open = rows.untold(regrade.id(), BATCH);
        while (!open.isEmpty()) {
            open.forEach(learner -> tell(regrade, learner));
            open = rows.untold(regrade.id(), BATCH);
        }
    }

    private void tell(Regrade regrade, AccountId learner) {
        Optional<AccountReference> account =
                system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(learner));
        transactions.run(() -> {
            List<ToldRows.Applied> changed = rows.told(regrade.id(), learner, clock.instant());
            if (!changed.isEmpty()) {
                account.filter(AccountReference::confirmed)
                        .ifPresent(known -> mails.send(mail(regrade, known, changed)));
            }
            return true;
        });
    }

    private MailMessage mail(Regrade regrade, AccountReference learner, List<ToldRows.Applied> changed) {
        Optional<CourseManifest> manifest =
                versions.find(new CourseVersionId(regrade.version())).map(CourseVersion::manifest);
        String lab = manifest.flatMap(known -> known.unit(regrade.unitKey()))
                .map(CourseUnit::title)
                .orElse(regrade.unitKey());
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("subject", lab);
        arguments.put("name", learner.name());
        arguments.put("lab", lab);
        arguments.put("course", manifest.map(known -> known.metadata().title()).orElse(""));
        arguments.put("reason", regrade.reason());
        arguments.put(
                "path", addresses.of(regrade.run().value(), regrade.unitKey()).orElse("/my-learning"));
        arguments.put(
                "changes",
                changed.stream().map(each -> line(each, learner.locale())).toList());
        return new MailMessage(learner.id(), new EmailAddress(learner.email()), TEMPLATE, arguments, learner.locale());
    }

    private static Line line(ToldRows.Applied change, Locale locale) {
        NumberFormat numbers = NumberFormat.getNumberInstance(locale);
        String outcome = change.beforePassed() == change.afterPassed() ? "" : change.afterPassed() ? "passes" : "fails";
        return new Line(
                change.number(),
                numbers.format(change.beforePoints()),
                numbers.format(change.beforeMax()),
                numbers.format(change.afterPoints()),
                numbers.format(change.afterMax()),
                outcome);
    }
}
