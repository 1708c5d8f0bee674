package org.collegium.labs.marking;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.springframework.stereotype.Component;

/**
 * Writes to the learners whose grades are others now: one mail to each, with all of their submissions that changed. That somebody was
 * told is noted with the mail, so that nobody is told twice; the page of the lab says the same.
 */
@Component
class TellingLearners {

    private static final String TEMPLATE = "labs-regraded";
    private static final int BATCH = 50;

    private final ToldRows rows;
    private final LabMails mails;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TellingLearners(ToldRows rows, LabMails mails, RetriedTransactions transactions, Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A submission as the mail names it; numbers as the learner writes them. */
    public record Line(
            int number,
            String before,
            String beforeMax,
            String after,
            String afterMax,
            double possible,
            String outcome) {}

    /** Tells everybody whose grade the regrade has changed and who was not told yet, many in one transaction. */
    void tell(Regrade regrade) {
        List<AccountId> open = rows.untold(regrade.id(), BATCH);
        while (!open.isEmpty()) {
            List<AccountId> some = open;
            transactions.run(() -> {
                tell(regrade, some);
                return true;
            });
            open = rows.untold(regrade.id(), BATCH);
        }
    }

    /** As many queries as for one learner, but for what keeps the mails. */
    private void tell(Regrade regrade, List<AccountId> learners) {
        Map<AccountId, List<ToldRows.Applied>> changed = rows.told(regrade.id(), learners, clock.instant());
        mails.send(
                TEMPLATE,
                changed.keySet(),
                new LabMails.About(regrade.version(), regrade.run().value(), regrade.unitKey()),
                (learner, locale) -> Map.of(
                        "reason",
                        regrade.reason(),
                        "changes",
                        changed.getOrDefault(learner, List.of()).stream()
                                .map(each -> line(each, locale))
                                .toList()));
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
                change.beforeMax(),
                outcome);
    }
}
