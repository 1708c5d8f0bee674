package org.collegium.assessment.regrading;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.collegium.assessment.AttemptGrades.Worth;
import org.collegium.assessment.HeldResults;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.springframework.stereotype.Component;

/**
 * Writes to the learners whose grades are others now: one mail to each, with all of their attempts that changed. That somebody was told
 * is noted with the mail, so that nobody is told twice. Who has not seen the score yet is told nothing of it.
 */
@Component
class TellingRegradedQuiz {

    private static final String TEMPLATE = "quiz-regraded";
    private static final int BATCH = 50;

    private final QuizToldRows rows;
    private final QuizMails mails;
    private final HeldResults held;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TellingRegradedQuiz(
            QuizToldRows rows, QuizMails mails, HeldResults held, RetriedTransactions transactions, Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.held = held;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An attempt as the mail names it; numbers as the learner writes them, and once more what was possible before. */
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

    /** As many queries as for one learner, but for the mails. */
    private void tell(Regrade regrade, List<AccountId> learners) {
        Map<AccountId, List<QuizToldRows.Written>> changed = rows.told(regrade.id(), learners, clock.instant());
        Set<AccountId> hidden = held.hidden(changed.keySet(), regrade.run().value(), regrade.unitKey());
        changed.keySet().removeAll(hidden);
        mails.learners(
                TEMPLATE,
                changed.keySet(),
                regrade.run().value(),
                regrade.unitKey(),
                (learner, locale) -> Map.of(
                        "reason",
                        regrade.reason(),
                        "changes",
                        changed.getOrDefault(learner, List.of()).stream()
                                .map(each -> line(each, locale))
                                .toList()));
    }

    private static Line line(QuizToldRows.Written change, Locale locale) {
        NumberFormat numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(2);
        Worth before = change.before();
        Worth after = change.after();
        String outcome = before.passed() == after.passed() ? "" : after.passed() ? "passes" : "fails";
        return new Line(
                change.number(),
                numbers.format(before.points()),
                numbers.format(before.possible()),
                numbers.format(after.points()),
                numbers.format(after.possible()),
                before.possible(),
                outcome);
    }
}
