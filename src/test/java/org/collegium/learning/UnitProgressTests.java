package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class UnitProgressTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final List<LearningEventKind> KINDS = List.of(LearningEventKind.values());

    private final AccountId learner = AccountId.next();
    private final CourseRunId run = CourseRunId.next();

    @Test
    void openingCompletesNothing() {
        UnitProgress progress = fold(List.of(LearningEvent.opened(learner, run, "unit", NOON)));

        assertThat(progress.completed()).isFalse();
        assertThat(progress.openedAt()).isEqualTo(NOON);
    }

    @Test
    void theScoreGivenLastCounts() {
        UnitProgress progress = fold(List.of(
                LearningEvent.scored(learner, run, "unit", 0.9, true, NOON),
                LearningEvent.scored(learner, run, "unit", 0.4, false, NOON.plusSeconds(5))));

        assertThat(progress.score()).isEqualTo(0.4);
    }

    @Test
    void twoFailuresWithoutAPassAreStuckAndAPassFrees() {
        LearningEvent first = LearningEvent.scored(learner, run, "unit", 0.1, false, NOON);
        LearningEvent second = LearningEvent.scored(learner, run, "unit", 0.2, false, NOON.plusSeconds(1));
        LearningEvent passed =
                LearningEvent.once(learner, run, "unit", LearningEventKind.COMPLETED, NOON.plusSeconds(2));

        assertThat(fold(List.of(first)).stuck()).isFalse();
        assertThat(fold(List.of(first, second)).stuck()).isTrue();
        assertThat(fold(List.of(first, second, passed)).stuck()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theOrderInWhichEventsArriveDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<LearningEvent> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            events.add(any(random));
        }
        UnitProgress expected = fold(events);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(events, random);
            assertThat(fold(events)).isEqualTo(expected);
        }
    }

    private LearningEvent any(Random random) {
        Instant at = NOON.plusSeconds(random.nextInt(1000)).plusNanos(random.nextInt(1_000_000) * 1000L);
        LearningEventKind kind = KINDS.get(random.nextInt(KINDS.size()));
        return switch (kind) {
            case OPENED -> LearningEvent.opened(learner, run, "unit", at);
            case SCORED -> LearningEvent.scored(learner, run, "unit", random.nextDouble(), random.nextBoolean(), at);
            case SEEN_TO_END, TRIED, COMPLETED, OTHER_LANGUAGE -> LearningEvent.once(learner, run, "unit", kind, at);
        };
    }

    private static UnitProgress fold(List<LearningEvent> events) {
        UnitProgress progress = UnitProgress.NOTHING;
        for (LearningEvent event : events) {
            progress = progress.with(event);
        }
        return progress;
    }
}
