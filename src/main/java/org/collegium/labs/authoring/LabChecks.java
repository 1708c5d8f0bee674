package org.collegium.labs.authoring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityCourse;
import org.collegium.activity.ActivityReadiness;
import org.collegium.activity.Readiness;
import org.collegium.activity.Readiness.Sentence;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.work.GradingTurns;
import org.collegium.shared.Uuids;
import org.springframework.stereotype.Component;

/** Whether labs may be published: the author's own solution earns all, nothing done earns nothing, nothing is missing. */
@Component
public class LabChecks implements ActivityReadiness {

    private final CheckRows rows;
    private final CheckingLabs checking;
    private final LabNode node;
    private final GradingTurns turns;
    private final Clock clock;

    LabChecks(CheckRows rows, CheckingLabs checking, LabNode node, GradingTurns turns, Clock clock) {
        this.rows = rows;
        this.checking = checking;
        this.node = node;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "lab";
    }

    /** One query, and one more while it is not known. */
    @Override
    public Readiness of(ActivityCourse activity) {
        return LabSource.of(activity)
                .map(read -> rows.of(read.lab().plan().sha256(), node.runtime())
                        .map(this::readiness)
                        .orElse(new Readiness.Trying()))
                .orElse(new Readiness.NotReady(List.of(Sentence.of("labs.check.unreadable"))));
    }

    /** What trying a lab gave; empty while it was not tried; one query. */
    public Optional<CheckResult> result(ActivityCourse activity) {
        return LabSource.of(activity)
                .flatMap(read -> rows.of(read.lab().plan().sha256(), node.runtime()))
                .flatMap(row -> Optional.ofNullable(row.result()))
                .map(AuthoringJson::result);
    }

    @Override
    public void ask(ActivityCourse activity) {
        LabSource.of(activity).ifPresent(read -> {
            String plan = read.lab().plan().sha256();
            String runtime = node.runtime();
            if (rows.of(plan, runtime).isEmpty()) {
                UUID id = Uuids.next();
                rows.ask(id, plan, runtime, AuthoringJson.write(read.source()), clock.instant());
                checking.schedule(id);
            }
        });
    }

    @Override
    public Optional<String> address(UUID course, String unitKey) {
        return Optional.of(LabsNavigation.lab(course, unitKey));
    }

    private Readiness readiness(CheckRows.Row row) {
        if (row.result() != null) {
            CheckResult result = AuthoringJson.result(row.result());
            return result.passed()
                    ? new Readiness.Ready(CheckWords.remarks(result))
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
