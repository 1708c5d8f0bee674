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
import org.collegium.shared.Uuids;
import org.springframework.stereotype.Component;

/** Whether labs may be published: the author's own solution earns all, nothing done earns nothing, nothing is missing. */
@Component
public class LabChecks implements ActivityReadiness {

    private final CheckRows rows;
    private final CheckingLabs checking;
    private final LabNode node;
    private final CheckReadiness readiness;
    private final Clock clock;

    LabChecks(CheckRows rows, CheckingLabs checking, LabNode node, CheckReadiness readiness, Clock clock) {
        this.rows = rows;
        this.checking = checking;
        this.node = node;
        this.readiness = readiness;
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
                        .map(readiness::of)
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
}
