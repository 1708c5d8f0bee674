package org.collegium.assessment;

import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What tests gave a person's code, as far as its quiz shows it; it goes with the attempts. */
@Component
class PersonsCodeResults implements PersonalDataExport {

    private final AttemptRepository attempts;
    private final AttemptResults results;
    private final CodeResultRows rows;
    private final Reviewing reviewing;

    PersonsCodeResults(AttemptRepository attempts, AttemptResults results, CodeResultRows rows, Reviewing reviewing) {
        this.attempts = attempts;
        this.results = results;
        this.rows = rows;
        this.reviewing = reviewing;
    }

    @Override
    public String name() {
        return "quizCode";
    }

    /** None of its own: results belong to attempts. */
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return attempts.everyOf(account.value()).stream()
                .filter(attempt -> !attempt.open())
                .flatMap(attempt -> rows.of(attempt.id(), results.drawn(attempt)).entrySet().stream()
                        .map(given -> line(
                                attempt,
                                given.getKey(),
                                reviewing.shown(account, attempt).score() ? given.getValue() : null)))
                .toList();
    }

    private static Line line(AttemptRecord attempt, String given, @Nullable CodeResult result) {
        return new Line(
                attempt.id().toString(),
                given.substring(0, given.indexOf('@')),
                result == null ? null : result.share(),
                result == null ? List.of() : result.tests());
    }

    private record Line(
            String attempt, String question, @Nullable Double share, List<CodeResult.Test> tests) {}
}
