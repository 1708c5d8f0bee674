package org.collegium.assessment.code;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.assessment.CodeGrading;
import org.collegium.assessment.CodeGrading.Report;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.GradingAgain;
import org.collegium.assessment.Quizzes;
import org.collegium.shared.Renewals;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Grades code that has waited longest. Whoever takes it says again and again that they are at work; when their node dies, another takes it.
 * What came of it is written only by who still holds it, in the transaction that grades the attempt, so it counts once.
 */
@Component
@Unguarded("part of jobs")
public class CodeQueue implements DisposableBean {

    /** As long as this somebody waits whose code a dead node held. */
    static final Duration HELD = Duration.ofSeconds(20);

    /** Whose code is graded sooner after the end of the attempt sees it where they are, and gets no mail. */
    static final Duration SOON = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(CodeQueue.class);
    private static final Duration RENEWED = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final int LONGEST_DOUBLING = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CodeRows rows;
    private final Quizzes quizzes;
    private final ObjectProvider<CodeGrading> sandbox;
    private final GradingAgain grading;
    private final RetriedTransactions transactions;
    private final Clock clock;
    private final Renewals renewals = new Renewals("code-renewal", RENEWED);

    CodeQueue(
            CodeRows rows,
            Quizzes quizzes,
            ObjectProvider<CodeGrading> sandbox,
            GradingAgain grading,
            RetriedTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.quizzes = quizzes;
        this.sandbox = sandbox;
        this.grading = grading;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether something waits; one query. */
    public boolean somethingToTake() {
        return rows.somethingToTake(clock.instant());
    }

    /**
     * Takes and grades one answer. Returns whether there was one.
     *
     * @param holder names who takes it
     */
    public boolean next(UUID holder) {
        Optional<CodeRows.Row> taken = transactions.run(() -> rows.take(holder, clock.instant(), HELD));
        taken.ifPresent(row -> grade(row, holder));
        return taken.isPresent();
    }

    private void grade(CodeRows.Row row, UUID holder) {
        Report report;
        try {
            CodeQuestion question = question(row);
            report = held(
                    row.id(),
                    holder,
                    () -> sandbox.getObject().grade(question, row.answer().text()));
        } catch (RuntimeException fault) {
            postpone(row, holder, fault.toString());
            throw fault;
        }
        switch (report) {
            case Report.Graded graded -> write(row, holder, graded);
            case Report.Postponed(String reason) -> {
                LOG.warn("Code of attempt {} waits: {}", row.attempt(), reason);
                postpone(row, holder, reason);
            }
        }
    }

    private CodeQuestion question(CodeRows.Row row) {
        return quizzes.open(row.file()).questions().stream()
                .filter(question -> question.key().equals(row.question()))
                .filter(CodeQuestion.class::isInstance)
                .map(CodeQuestion.class::cast)
                .filter(question -> question.plan().equals(row.plan()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The quiz has no such question: " + row.question()));
    }

    private <T> T held(UUID id, UUID holder, Supplier<T> work) {
        return renewals.during(work, () -> rows.hold(id, holder, clock.instant().plus(HELD)));
    }

    private void write(CodeRows.Row row, UUID holder, Report.Graded graded) {
        transactions.run(() -> {
            boolean ours = rows.grade(
                    row.id(),
                    holder,
                    graded.result().share(),
                    JSON.writeValueAsString(graded.result()),
                    graded.evidence(),
                    clock.instant());
            if (ours && grading.completes(row.attempt())) {
                rows.tell(row.attempt(), clock.instant(), SOON);
            }
            return ours;
        });
    }

    private void postpone(CodeRows.Row row, UUID holder, String trouble) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(row.tries(), LONGEST_DOUBLING));
        transactions.run(() -> {
            rows.postpone(row.id(), holder, clock.instant().plus(pause), trouble);
            return true;
        });
    }

    @Override
    public void destroy() {
        renewals.close();
    }
}
