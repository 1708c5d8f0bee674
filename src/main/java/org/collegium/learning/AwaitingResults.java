package org.collegium.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.activity.UnreleasedResults;
import org.collegium.activity.UnreleasedResults.Unreleased;
import org.collegium.identity.AccountId;
import org.springframework.stereotype.Component;

/** Which results of a learner wait for their release. */
@Component
class AwaitingResults {

    private final List<UnreleasedResults> kinds;

    AwaitingResults(List<UnreleasedResults> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** The results that the learner may not see yet, by unit key; as many queries as {@link UnreleasedResults} takes. */
    Map<String, Unreleased> of(AccountId learner, UUID run) {
        Map<String, Unreleased> found = new HashMap<>();
        kinds.forEach(kind -> found.putAll(kind.of(learner, run)));
        return found;
    }

    /** Keys of the units of which the learner cannot know yet whether they are complete; no query where none can be such. */
    Set<String> of(AccountId learner, UUID run, Map<String, UnitProgress> units) {
        Set<String> open = units.entrySet().stream()
                .filter(unit ->
                        unit.getValue().score() != null && !unit.getValue().completed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return open.isEmpty()
                ? Set.of()
                : of(learner, run).entrySet().stream()
                        .filter(result -> result.getValue().completes() && open.contains(result.getKey()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }
}
