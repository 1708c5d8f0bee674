package org.collegium.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.exam.LearnersTerms;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Since when learners could see what came of an attempt; what they may do about it ends so much later. */
@Component
@Unguarded("asked for the learner themselves inside what they may do")
public class ResultTimes {

    private final AttemptRepository attempts;
    private final AttemptMarks marks;
    private final Quizzes quizzes;
    private final LearnersTerms terms;
    private final OpenPlaces places;
    private final HeldResults held;
    private final Clock clock;

    ResultTimes(
            AttemptRepository attempts,
            AttemptMarks marks,
            Quizzes quizzes,
            LearnersTerms terms,
            OpenPlaces places,
            HeldResults held,
            Clock clock) {
        this.attempts = attempts;
        this.marks = marks;
        this.quizzes = quizzes;
        this.terms = terms;
        this.places = places;
        this.held = held;
        this.clock = clock;
    }

    /**
     * A graded attempt.
     *
     * @param since the latest of its end, the last points that persons or tests gave, the learner's last attempt where something is
     *     shown after that only, the closing of the quiz where something waits for it, and the release where it was kept back
     */
    public record Since(UUID run, String unitKey, Instant since) {}

    /** Empty when it is not an attempt of this learner, or open; at most six queries. */
    @Transactional(readOnly = true)
    public Optional<Since> of(AccountId learner, AttemptId id) {
        return attempts.of(id, learner.value())
                .filter(attempt -> !attempt.open())
                .map(attempt -> of(attempt, held.until(attempt.run(), attempt.unitKey())));
    }

    /**
     * Of a graded attempt.
     *
     * @param release as {@link HeldResults#until} says
     */
    Since of(AttemptRecord attempt, Optional<Instant> release) {
        return new Since(attempt.run(), attempt.unitKey(), since(attempt, release));
    }

    private Instant since(AttemptRecord attempt, Optional<Instant> release) {
        Instant since = Objects.requireNonNull(attempt.seen().submittedAt());
        Quiz quiz = quizzes.open(attempt.quiz());
        Review review = quiz.rules().review();
        Set<When> when = EnumSet.copyOf(List.of(review.score(), review.answers(), review.right(), review.feedback()));
        if (when.contains(When.LAST_ATTEMPT)) {
            since = attempts.ofUnit(attempt.learner().value(), attempt.run(), attempt.unitKey()).stream()
                    .flatMap(each -> Stream.ofNullable(each.seen().submittedAt()))
                    .max(Instant::compareTo)
                    .orElse(since);
        }
        if (when.contains(When.LAST_ATTEMPT) || when.contains(When.CLOSED)) {
            QuizTerms on = terms.of(
                    attempt.learner(),
                    attempt.run(),
                    attempt.unitKey(),
                    QuizTerms.usual(Duration.ofMinutes(quiz.rules().timeLimit()), quiz.attempts()));
            Instant latest = since;
            Instant now = clock.instant();
            since = Stream.of(Optional.ofNullable(on.closes()), Optional.ofNullable(places.closes(attempt.run())))
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo)
                    .filter(closes -> closes.isAfter(latest) && !closes.isAfter(now))
                    .orElse(latest);
        }
        if (quiz.questions().stream().anyMatch(Question::waits)) {
            Instant latest = since;
            since = marks.last(attempt.id()).filter(latest::isBefore).orElse(latest);
        }
        Instant shown = since;
        return release.filter(released -> released.isAfter(shown) && !released.isAfter(clock.instant()))
                .orElse(shown);
    }
}
