package org.collegium.labs.authoring;

import java.util.List;
import org.collegium.activity.Readiness;
import org.collegium.activity.Readiness.Sentence;
import org.collegium.labs.work.GradingTurns;
import org.springframework.stereotype.Component;

/** What a check means for publishing. */
@Component
class CheckReadiness {

    private final GradingTurns turns;

    CheckReadiness(GradingTurns turns) {
        this.turns = turns;
    }

    /** No query where there is a result, else one. */
    Readiness of(CheckRows.Row row) {
        if (row.result() != null) {
            CheckResult result = AuthoringJson.result(row.result());
            return result.passed()
                    ? new Readiness.Ready(CheckWords.remarks(result), List.of(CheckWords.outcome(result)))
                    : new Readiness.NotReady(CheckWords.faults(result));
        }
        List<Sentence> hindrance = turns.hindrance().map(CheckWords::hindrance).orElse(List.of());
        if (!hindrance.isEmpty()) {
            return new Readiness.Waiting(hindrance);
        }
        return row.obstacle() == null
                ? new Readiness.Trying()
                : new Readiness.Waiting(List.of(
                        Sentence.of("labs.check.obstacle", row.obstacle()), Sentence.of("labs.check.obstacle.remedy")));
    }
}
