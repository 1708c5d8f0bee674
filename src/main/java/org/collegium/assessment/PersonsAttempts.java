package org.collegium.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.exam.Credit;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.assessment.exam.Outages;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of their attempts at quizzes; all of it goes with the account. What they answered in an attempt that
 * is open is with the work of the journal, under the attempt's id.
 */
@Component
class PersonsAttempts implements PersonalDataExport {

    private final AttemptRepository attempts;
    private final AnswerRows answers;
    private final LateAnswers late;
    private final Outages outages;
    private final Reviewing reviewing;

    PersonsAttempts(
            AttemptRepository attempts, AnswerRows answers, LateAnswers late, Outages outages, Reviewing reviewing) {
        this.attempts = attempts;
        this.answers = answers;
        this.late = late;
        this.outages = outages;
        this.reviewing = reviewing;
    }

    @Override
    public String name() {
        return "quizAttempts";
    }

    @Override
    public Set<String> tables() {
        return Set.of("quiz_attempt");
    }

    /** Scores that the quiz does not show yet are left out, and it is said that there are such. */
    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        List<AttemptRecord> all = attempts.everyOf(account.value());
        Map<AttemptId, AttemptSummary> shown = all.stream()
                .collect(Collectors.groupingBy(attempt -> List.of(attempt.run(), attempt.unitKey())))
                .values()
                .stream()
                .flatMap(ofUnit -> reviewing.seen(ofUnit).stream())
                .collect(Collectors.toMap(AttemptSummary::id, Function.identity()));
        return all.stream()
                .map(attempt -> line(attempt, shown.getOrDefault(attempt.id(), attempt.seen())))
                .toList();
    }

    /** The answers go with their attempts. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        attempts.deleteOf(erased.account().value());
    }

    private Line line(AttemptRecord attempt, AttemptSummary seen) {
        Map<String, List<String>> given = answers.of(attempt.id()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().answer().values()));
        return new Line(
                attempt.id().toString(),
                attempt.run().toString(),
                attempt.unitKey(),
                seen.number(),
                seen.state(),
                seen.startedAt(),
                seen.submittedAt(),
                seen.endedBy(),
                seen.time().due(),
                seen.time().extra().toSeconds(),
                outages.credits(attempt.id().value()),
                seen.score(),
                attempt.agreed(),
                seen.score() == null && attempt.seen().score() != null,
                given,
                late.of(attempt.id()));
    }

    private record Line(
            String attempt,
            String run,
            String unit,
            int number,
            AttemptState state,
            Instant startedAt,
            @Nullable Instant submittedAt,
            @Nullable EndedBy endedBy,
            @Nullable Instant dueAt,
            long extraSeconds,
            List<Credit> credits,
            @Nullable Double score,
            HonourStatement.@Nullable Agreed agreedToHonourStatement,
            boolean scoreWithheld,
            Map<String, List<String>> answers,
            List<LateAnswer> answersTooLate) {}
}
