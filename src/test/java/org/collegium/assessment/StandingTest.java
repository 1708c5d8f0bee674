package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.collegium.assessment.QuizRules.Counts;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.exam.AttemptTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which attempt counts, and what is seen of it when. */
@Tag("unit")
class StandingTest {

    /** The latest first, as the history has them. */
    private static final List<AttemptSummary> ATTEMPTS =
            List.of(attempt(4, null), attempt(3, 0.5), attempt(2, 1.0), attempt(1, 0.75));

    @ParameterizedTest
    @CsvSource({"BEST, 1, true", "LATEST, 0.5, false", "FIRST, 0.75, true", "AVERAGE, 0.75, true"})
    void theQuizSaysWhichAttemptCounts(Counts counts, double score, boolean passed) {
        assertThat(Standing.of(quiz(counts), ATTEMPTS)).isEqualTo(new Standing(score, passed));
    }

    /** The first one passed by the pass mark of then, the second one has more and did not pass by a later one. */
    @Test
    void whatHasPassedStaysPassedWhereTheBestCounts() {
        List<AttemptSummary> attempts = List.of(attempt(2, 0.8, false), attempt(1, 0.75));

        assertThat(Standing.of(quiz(Counts.BEST), attempts)).isEqualTo(new Standing(0.8, true));
        assertThat(Standing.of(quiz(Counts.LATEST), attempts)).isEqualTo(new Standing(0.8, false));
    }

    @Test
    void aMeanBelowThePassMarkDoesNotPass() {
        assertThat(Standing.of(quiz(Counts.AVERAGE), List.of(attempt(2, 1.0), attempt(1, 0.25))))
                .isEqualTo(new Standing(0.625, false));
    }

    @ParameterizedTest
    @CsvSource({"BEST", "LATEST", "FIRST", "AVERAGE"})
    void nothingCountsWhileNothingIsGraded(Counts counts) {
        assertThat(Standing.of(quiz(counts), List.of(attempt(1, null)))).isEqualTo(new Standing(0, false));
    }

    @Test
    void eachPartOfAResultIsShownWhenTheQuizSays() {
        Review review = new Review(When.ATTEMPT, When.LAST_ATTEMPT, When.CLOSED, When.NEVER);

        assertThat(review.shown(false, false)).isEqualTo(new Review.Shown(true, false, false, false));
        assertThat(review.shown(true, false)).isEqualTo(new Review.Shown(true, true, false, false));
        assertThat(review.shown(false, true)).isEqualTo(new Review.Shown(true, true, true, false));
        assertThat(Review.USUAL.shown(false, false)).isEqualTo(Review.Shown.ALL);
    }

    private static AttemptSummary attempt(int number, @Nullable Double score) {
        return attempt(number, score, score != null && score >= 0.7);
    }

    private static AttemptSummary attempt(int number, @Nullable Double score, boolean passed) {
        AttemptState state = score == null ? AttemptState.OPEN : AttemptState.SUBMITTED;
        AttemptTime time = new AttemptTime(Instant.EPOCH, null, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new AttemptSummary(
                AttemptId.next(), number, state, Instant.EPOCH, null, score, passed, time, null, false);
    }

    private static Quiz quiz(Counts counts) {
        QuizRules usual = QuizRules.USUAL;
        QuizRules rules =
                new QuizRules(0, counts, usual.review(), usual.pages(), usual.order(), "", false, 0, false, false);
        return new Quiz("T", "", 0.7, 0, false, rules, List.of(), List.of());
    }
}
