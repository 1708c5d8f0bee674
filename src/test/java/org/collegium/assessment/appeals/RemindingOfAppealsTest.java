package org.collegium.assessment.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RemindingOfAppealsTest {

    @Test
    void aRunThatFailsKeepsNoOtherOneAndIsNotTriedAgainAtOnce() {
        List<UUID> runs = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));
        List<UUID> tried = new ArrayList<>();

        int reminded = RemindingOfAppeals.remind(
                after -> runs.stream()
                        .filter(run -> run.compareTo(after) > 0)
                        .limit(2)
                        .toList(),
                run -> {
                    tried.add(run);
                    if (run.equals(runs.get(1))) {
                        throw new IllegalStateException("This run cannot be read");
                    }
                    return true;
                });

        assertThat(reminded).isEqualTo(3);
        assertThat(tried).isEqualTo(runs);
    }
}
