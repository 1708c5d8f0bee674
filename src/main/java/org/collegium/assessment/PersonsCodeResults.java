package org.collegium.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                .flatMap(attempt -> lines(account, attempt))
                .toList();
    }

    /** What the tests gave that count; those of a correction that is looked at may be there, too. */
    private Stream<Line> lines(AccountId account, AttemptRecord attempt) {
        Quiz quiz = results.drawn(attempt);
        Map<String, CodeResult> known = rows.of(attempt.id(), quiz);
        if (known.isEmpty()) {
            return Stream.of();
        }
        Review.Shown shown = reviewing.shown(account, attempt);
        return quiz.questions().stream()
                .filter(CodeQuestion.class::isInstance)
                .map(CodeQuestion.class::cast)
                .filter(question -> known.containsKey(question.given()))
                .map(question -> line(attempt, question, Objects.requireNonNull(known.get(question.given())), shown));
    }

    private static Line line(AttemptRecord attempt, CodeQuestion question, CodeResult result, Review.Shown shown) {
        return new Line(
                attempt.id().toString(),
                question.key(),
                shown.score() ? result.share() : null,
                shown.score() ? tests(question, result, shown.feedback()) : List.of());
    }

    /** A hidden test is known by its place alone. */
    private static List<CodeResult.Test> tests(CodeQuestion question, CodeResult result, boolean feedback) {
        Set<String> seen = question.tests().stream()
                .filter(test -> !test.hidden())
                .map(CodeTest::key)
                .collect(Collectors.toSet());
        return result.tests().stream()
                .map(test -> new CodeResult.Test(
                        seen.contains(test.key()) ? test.key() : "",
                        test.outcome(),
                        test.share(),
                        feedback ? test.message() : ""))
                .toList();
    }

    private record Line(
            String attempt, String question, @Nullable Double share, List<CodeResult.Test> tests) {}
}
