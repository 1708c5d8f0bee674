package org.collegium.assessment.regrading;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collegium.activity.WithheldScores;
import org.collegium.assessment.AttemptGrades.Worth;
import org.collegium.assessment.notices.QuizMails;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<WithheldScores> withheld;
    private final RetriedTransactions transactions;
    private final Clock clock;

    TellingRegradedQuiz(
            QuizToldRows rows,
            QuizMails mails,
            ObjectProvider<WithheldScores> withheld,
            RetriedTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.withheld = withheld;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An attempt as the mail names it; numbers as the learner writes them. */
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
        transactions.run(() -> {
            List<QuizToldRows.Written> changed = rows.told(regrade.id(), learner, clock.instant());
            if (!changed.isEmpty() && sees(regrade, learner)) {
                mails.learner(
                        TEMPLATE,
                        learner,
                        regrade.run().value(),
                        regrade.unitKey(),
                        locale -> Map.of(
                                "reason",
                                regrade.reason(),
                                "changes",
                                changed.stream().map(each -> line(each, locale)).toList()));
            }
            return true;
        });
    }

    private boolean sees(Regrade regrade, AccountId learner) {
        return withheld.stream()
                .noneMatch(each -> each.units(learner, regrade.run().value()).contains(regrade.unitKey()));
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
                outcome);
    }
}
