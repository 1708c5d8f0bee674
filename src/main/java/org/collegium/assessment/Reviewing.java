package org.collegium.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.activity.WithheldScores;
import org.collegium.assessment.exam.LearnersTerms;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.shared.Unguarded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What learners may see of their attempts now. A quiz closes for a learner when their own terms say so, and at the latest with its run. */
@Component
@Unguarded("says what is shown, inside what is permitted, and in jobs")
public class Reviewing implements WithheldScores {

    private final AttemptRepository attempts;
    private final Quizzes quizzes;
    private final LearnersTerms terms;
    private final OpenPlaces places;
    private final HeldResults held;
    private final Clock clock;

    Reviewing(
            AttemptRepository attempts,
            Quizzes quizzes,
            LearnersTerms terms,
            OpenPlaces places,
            HeldResults held,
            Clock clock) {
        this.attempts = attempts;
        this.quizzes = quizzes;
        this.terms = terms;
        this.places = places;
        this.held = held;
        this.clock = clock;
    }

    /** What is shown of an attempt of a learner, nothing where it is not graded or not theirs; at most six queries. */
    public Review.Shown shown(AccountId learner, AttemptId id) {
        return attempts.of(id, learner.value())
                .filter(attempt -> !attempt.open())
                .map(attempt -> shown(learner, attempt))
                .orElse(Review.Shown.NOTHING);
    }

    /** What is shown of a graded attempt; one query where all is shown at once, else four. */
    Review.Shown shown(AccountId learner, AttemptRecord attempt) {
        Review.Shown byReview = usual(attempt)
                ? Review.Shown.ALL
                : shown(
                        attempt,
                        attempts.ofUnit(learner.value(), attempt.run(), attempt.unitKey()),
                        places.closes(attempt.run()));
        return held.now(attempt.run(), attempt.unitKey()) ? byReview.held() : byReview;
    }

    /** All attempts of a learner at a quiz, those without their score whose score is not shown; one query, one more where a review hides some, and one for each of them. */
    List<AttemptSummary> seen(List<AttemptRecord> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        if (held.now(all.getFirst().run(), all.getFirst().unitKey())) {
            return all.stream().map(attempt -> attempt.seen().withoutScore()).toList();
        }
        if (all.stream().allMatch(this::usual)) {
            return all.stream().map(AttemptRecord::seen).toList();
        }
        Instant closes = places.closes(all.getFirst().run());
        return all.stream()
                .map(attempt -> shown(attempt, all, closes).score()
                        ? attempt.seen()
                        : attempt.seen().withoutScore())
                .toList();
    }

    @Override
    public Set<String> units(AccountId learner, UUID run) {
        Map<String, List<AttemptRecord>> byUnit = attempts.ofRun(learner.value(), run).stream()
                .filter(attempt -> !usual(attempt))
                .collect(Collectors.groupingBy(AttemptRecord::unitKey));
        if (byUnit.isEmpty()) {
            return Set.of();
        }
        Instant closes = places.closes(run);
        return byUnit.entrySet().stream()
                .filter(unit -> unit.getValue().stream()
                        .anyMatch(attempt -> !attempt.open()
                                && !shown(attempt, unit.getValue(), closes).score()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<AccountId, Set<String>> units(Collection<AccountId> learners, UUID run) {
        if (learners.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<AccountId, List<AttemptRecord>>> byUnit =
                attempts.ofRun(learners.stream().map(AccountId::value).toList(), run).stream()
                        .filter(attempt -> !usual(attempt))
                        .collect(Collectors.groupingBy(
                                AttemptRecord::unitKey, Collectors.groupingBy(AttemptRecord::learner)));
        Instant closes = byUnit.isEmpty() ? null : places.closes(run);
        Map<AccountId, Set<String>> withheld = new HashMap<>();
        byUnit.forEach((unit, byLearner) -> {
            LearnersTerms.OfRun ofAll = terms.ofRun(run, unit, null);
            byLearner.forEach((learner, all) -> {
                if (all.stream()
                        .anyMatch(attempt -> !attempt.open()
                                && !shown(attempt, all, ofAll.of(learner, usualTerms(attempt)), closes)
                                        .score())) {
                    withheld.computeIfAbsent(learner, key -> new HashSet<>()).add(unit);
                }
            });
        });
        return withheld;
    }

    private Review.Shown shown(AttemptRecord attempt, List<AttemptRecord> all, @Nullable Instant runCloses) {
        QuizTerms on = terms.of(attempt.learner(), attempt.run(), attempt.unitKey(), usualTerms(attempt));
        return shown(attempt, all, on, runCloses);
    }

    private QuizTerms usualTerms(AttemptRecord attempt) {
        Quiz quiz = quizzes.open(attempt.quiz());
        return QuizTerms.usual(Duration.ofMinutes(quiz.rules().timeLimit()), quiz.attempts());
    }

    /** For whom an attempt goes on, as after an outage, the quiz has not closed. */
    private Review.Shown shown(
            AttemptRecord attempt, List<AttemptRecord> all, QuizTerms on, @Nullable Instant runCloses) {
        Quiz quiz = quizzes.open(attempt.quiz());
        long used = all.stream().filter(each -> !each.open()).count();
        Instant now = clock.instant();
        boolean closed = all.stream().noneMatch(AttemptRecord::open)
                && (on.late(now) || (runCloses != null && !now.isBefore(runCloses)));
        return quiz.rules().review().shown(on.attempts() > 0 && used >= on.attempts(), closed);
    }

    private boolean usual(AttemptRecord attempt) {
        return quizzes.open(attempt.quiz()).rules().review().usual();
    }
}
