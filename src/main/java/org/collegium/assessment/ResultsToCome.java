package org.collegium.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.activity.HeldScores;
import org.collegium.activity.UnreleasedResults;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.exam.LearnersTerms;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The results of quizzes that are kept back in the grade book, or shown by the quiz's review after the last attempt or when it has
 * closed. A review that never shows the score does not wait for anything; neither does one that waits for an end that is not set.
 */
@Component
class ResultsToCome implements UnreleasedResults {

    private final AttemptRepository attempts;
    private final Quizzes quizzes;
    private final LearnersTerms terms;
    private final OpenPlaces places;
    private final ObjectProvider<HeldScores> held;
    private final Clock clock;

    ResultsToCome(
            AttemptRepository attempts,
            Quizzes quizzes,
            LearnersTerms terms,
            OpenPlaces places,
            ObjectProvider<HeldScores> held,
            Clock clock) {
        this.attempts = attempts;
        this.quizzes = quizzes;
        this.terms = terms;
        this.places = places;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public Map<String, Unreleased> of(AccountId learner, UUID run) {
        List<AttemptRecord> known = attempts.ofRun(learner.value(), run);
        Map<String, List<AttemptRecord>> submitted = known.stream()
                .filter(attempt -> !attempt.open())
                .collect(Collectors.groupingBy(AttemptRecord::unitKey));
        if (submitted.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Map<String, Instant> kept = new HashMap<>();
        held.stream().forEach(each -> kept.putAll(each.until(run)));
        Map<String, Unreleased> found = new HashMap<>();
        submitted.forEach((unit, all) -> {
            Quiz quiz = quizzes.open(Collections.max(all, Comparator.comparingInt(AttemptRecord::number))
                    .quiz());
            Stream.of(
                            Optional.ofNullable(kept.get(unit)).filter(now::isBefore),
                            byReview(learner, run, unit, quiz, all.size(), sits(known, unit)))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo)
                    .ifPresent(until -> found.put(unit, new Unreleased(until, quiz.passMark() > 0)));
        });
        return found;
    }

    /** Until when a learner has an attempt under way. */
    private static Optional<Instant> sits(List<AttemptRecord> all, String unit) {
        return all.stream()
                .filter(attempt -> attempt.open() && attempt.unitKey().equals(unit))
                .map(attempt -> Optional.ofNullable(attempt.time().due()).orElse(Instant.MAX))
                .max(Instant::compareTo);
    }

    /**
     * When the quiz itself shows the score; empty where that is now, or never.
     *
     * @param sits until when the learner has an attempt under way, for whom it has not closed
     */
    private Optional<Instant> byReview(
            AccountId learner, UUID run, String unit, Quiz quiz, int used, Optional<Instant> sits) {
        When when = quiz.rules().review().score();
        if (when == When.ATTEMPT || when == When.NEVER) {
            return Optional.empty();
        }
        QuizTerms on = terms.of(
                learner,
                run,
                unit,
                QuizTerms.usual(Duration.ofMinutes(quiz.rules().timeLimit()), quiz.attempts()));
        Optional<Instant> closes = Stream.of(Optional.ofNullable(on.closes()), Optional.ofNullable(places.closes(run)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        boolean lastIsTold = when == When.LAST_ATTEMPT && on.attempts() > 0;
        if (lastIsTold && used >= on.attempts()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return closes.or(() -> lastIsTold ? Optional.of(Instant.MAX) : Optional.empty())
                .flatMap(end -> now.isBefore(end) ? Optional.of(end) : sits.filter(now::isBefore));
    }
}
