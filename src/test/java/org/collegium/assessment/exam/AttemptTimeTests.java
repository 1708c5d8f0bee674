package org.collegium.assessment.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of the fair clock. */
@Tag("unit")
class AttemptTimeTests {

    private static final Instant NINE = Instant.parse("2026-11-29T09:00:00Z");

    @Test
    void anAttemptIsDueAfterItsLimitAndTheExtraTime() {
        AttemptTime time = AttemptTime.starting(terms(30, 30, null), NINE);

        assertThat(time.due()).isEqualTo(minutes(60));
        assertThat(time.limit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(time.extra()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aQuizThatClosesSoonerEndsItSooner() {
        assertThat(AttemptTime.starting(terms(30, 30, minutes(40)), NINE).due()).isEqualTo(minutes(40));
        assertThat(AttemptTime.starting(terms(30, 0, minutes(40)), NINE).due()).isEqualTo(minutes(30));
        assertThat(AttemptTime.starting(terms(0, 0, minutes(40)), NINE).due()).isEqualTo(minutes(40));
        assertThat(AttemptTime.starting(terms(0, 0, null), NINE).due()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"30, 100, 0, 30", "30, 25, 0, 8", "30, 25, 5, 13", "0, 100, 20, 0", "50, 0, 0, 0", "1, 1, 0, 1"})
    void extraTimeIsAShareRoundedUpAndMinutesButNothingWithoutALimit(
            int limit, int percent, int minutes, int expected) {
        assertThat(LearnersTerms.extra(Duration.ofMinutes(limit), percent, minutes))
                .isEqualTo(Duration.ofMinutes(expected));
    }

    @Test
    void savesUnderWayWhenItEndsAreTakenAFewSecondsLonger() {
        AttemptTime time = AttemptTime.starting(terms(30, 0, null), NINE);

        assertThat(time.savesEnd(null)).isEqualTo(minutes(30).plus(AttemptTime.GRACE));
        assertThat(time.over(minutes(30).plus(AttemptTime.GRACE), null)).isFalse();
        assertThat(time.over(minutes(30).plus(AttemptTime.GRACE).plusMillis(1), null))
                .isTrue();
    }

    @Test
    void theRunEndsItToTheSecondAndLaterByWhatWasCredited() {
        AttemptTime time = AttemptTime.starting(terms(30, 0, null), NINE);
        AttemptTime credited =
                new AttemptTime(NINE, minutes(32), Duration.ofMinutes(30), Duration.ZERO, Duration.ofMinutes(2));

        assertThat(time.savesEnd(minutes(20))).isEqualTo(minutes(20));
        assertThat(time.ends(minutes(20))).isEqualTo(minutes(20));
        assertThat(credited.ends(minutes(20))).isEqualTo(minutes(22));
        assertThat(AttemptTime.starting(terms(0, 0, null), NINE).savesEnd(null)).isNull();
        assertThat(AttemptTime.starting(terms(0, 0, null), NINE).over(minutes(100_000), null))
                .isFalse();
    }

    @Test
    void whoEndsItIsKnownByTheTime() {
        AttemptTime time = AttemptTime.starting(terms(30, 0, null), NINE);

        assertThat(time.endedBy(minutes(29), null)).isEqualTo(EndedBy.LEARNER);
        assertThat(time.endedBy(minutes(30), null)).isEqualTo(EndedBy.CLOCK);
        assertThat(time.endedBy(minutes(30).minusMillis(300), null))
                .as("by a browser whose clock is a little ahead")
                .isEqualTo(EndedBy.CLOCK);
        assertThat(time.endedBy(minutes(21), minutes(20))).isEqualTo(EndedBy.RUN);
        assertThat(time.endedBy(minutes(31), minutes(20)))
                .as("found after both, of which the run was first")
                .isEqualTo(EndedBy.RUN);
        assertThat(time.endedBy(minutes(31), minutes(30))).as("both at once").isEqualTo(EndedBy.CLOCK);
        assertThat(time.endedBy(minutes(31), minutes(40))).isEqualTo(EndedBy.CLOCK);
        assertThat(time.endedBy(minutes(19), minutes(20))).isEqualTo(EndedBy.LEARNER);
    }

    @Test
    void newTermsGiveMoreTimeButNeverLess() {
        AttemptTime time =
                new AttemptTime(NINE, minutes(32), Duration.ofMinutes(30), Duration.ZERO, Duration.ofMinutes(2));

        AttemptTime longer = time.under(terms(30, 15, null));
        assertThat(longer.due()).as("with what was credited").isEqualTo(minutes(47));
        assertThat(longer.extra()).isEqualTo(Duration.ofMinutes(15));
        assertThat(time.under(terms(20, 0, null))).isEqualTo(time);
        assertThat(time.under(terms(30, 15, minutes(10)))).isEqualTo(time);
        assertThat(time.under(terms(0, 0, null)).due()).isNull();
        AttemptTime free = AttemptTime.starting(terms(0, 0, null), NINE);
        assertThat(free.under(terms(5, 0, null))).isEqualTo(free);
    }

    @Test
    void whatAnOutageCostIsRoundedUpToSeconds() {
        assertThat(Outages.lost(NINE, NINE.plusMillis(61_001))).isEqualTo(Duration.ofSeconds(62));
        assertThat(Outages.lost(NINE, NINE.plusMillis(61_000))).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void aQuizIsEarlyBeforeItOpensAndLateFromWhenItCloses() {
        QuizTerms terms = new QuizTerms(minutes(0), minutes(10), Duration.ZERO, Duration.ZERO, 0, false, "");

        assertThat(terms.early(minutes(-1))).isTrue();
        assertThat(terms.early(minutes(0))).isFalse();
        assertThat(terms.late(minutes(9))).isFalse();
        assertThat(terms.late(minutes(10))).isTrue();
    }

    private static QuizTerms terms(int limit, int extra, @Nullable Instant closes) {
        return new QuizTerms(null, closes, Duration.ofMinutes(limit), Duration.ofMinutes(extra), 0, false, "");
    }

    private static Instant minutes(int after) {
        return NINE.plus(Duration.ofMinutes(after));
    }
}
