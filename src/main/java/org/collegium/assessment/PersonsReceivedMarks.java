package org.collegium.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.assessment.Review.Shown;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person may take with them of the marks that they were given, as far as they may see them; the marks go with their attempts. */
@Component
class PersonsReceivedMarks implements PersonalDataExport {

    private final AttemptRepository attempts;
    private final AttemptMarks marks;
    private final Reviewing reviewing;

    PersonsReceivedMarks(AttemptRepository attempts, AttemptMarks marks, Reviewing reviewing) {
        this.attempts = attempts;
        this.marks = marks;
        this.reviewing = reviewing;
    }

    @Override
    public String name() {
        return "quizMarks";
    }

    @Override
    public Set<String> tables() {
        return Set.of("quiz_mark");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return attempts.everyOf(account.value()).stream()
                .filter(attempt -> !attempt.open())
                .flatMap(attempt -> {
                    Shown shown = reviewing.shown(account, attempt);
                    return marks.of(attempt.id()).entrySet().stream()
                            .flatMap(settled -> settled.getValue().marks().stream()
                                    .map(mark -> line(attempt, settled.getKey(), mark, shown)));
                })
                .toList();
    }

    private static Line line(AttemptRecord attempt, String question, Mark mark, Shown shown) {
        return new Line(
                attempt.id().toString(),
                question,
                shown.score() ? mark.points() : null,
                shown.score() ? mark.levels() : Map.of(),
                shown.feedback() ? List.of(mark.comment()) : List.of());
    }

    private record Line(
            String attempt,
            String question,
            @Nullable Double points,
            Map<String, String> levels,
            List<String> comments) {}
}
