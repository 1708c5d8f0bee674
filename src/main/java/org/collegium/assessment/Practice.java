package org.collegium.assessment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityPlace;
import org.collegium.content.BlobId;
import org.collegium.enrolment.OpenPlaces;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Taking a quiz without an attempt: authors try it, and learners rehearse where the quiz allows it. Nothing is recorded. */
@Service
public class Practice {

    private static final String OWN = "@access.is(#place.learner())";

    private final Quizzes quizzes;
    private final OpenPlaces places;
    private final AttemptClocks clocks;
    private final HeldResults held;
    private final Clock clock;

    Practice(Quizzes quizzes, OpenPlaces places, AttemptClocks clocks, HeldResults held, Clock clock) {
        this.quizzes = quizzes;
        this.places = places;
        this.clocks = clocks;
        this.held = held;
        this.clock = clock;
    }

    /** The quiz as this seed draws it; empty where one may not take it so. At most four queries. */
    @PreAuthorize(OWN)
    public Optional<AskedQuiz> quiz(ActivityPlace place, long seed) {
        return allowed(place).map(quiz -> AskedQuiz.of(quiz, seed));
    }

    /**
     * Grades what was answered; empty where one may not take the quiz so. Learners see of it what is shown of every attempt at once,
     * authors everything; while results are kept back nothing that says what answers are worth. At most five queries.
     *
     * @param seed by which the quiz was drawn
     */
    @PreAuthorize(OWN)
    public Optional<AttemptResult> grade(ActivityPlace place, long seed, Map<String, Answer> given) {
        return allowed(place).map(whole -> {
            Quiz quiz = whole.drawn(seed);
            Map<String, SavedAnswer> answers = given.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, answer -> new SavedAnswer(answer.getValue(), 0, clock.instant(), null)));
            Review.Shown shown = shown(place, quiz);
            return new AttemptResult(
                    1, AskedQuiz.of(whole, seed), quiz, answers, Grading.grade(quiz, given), Map.of(), shown);
        });
    }

    private Review.Shown shown(ActivityPlace place, Quiz quiz) {
        UUID run = place.run();
        Review.Shown byReview =
                run == null ? Review.Shown.ALL : quiz.rules().review().shown(false, false);
        return run != null && held.now(run, place.unitKey()) ? byReview.held() : byReview;
    }

    /** Who rehearses meets the questions, so nobody does before the quiz opens for them. */
    private Optional<Quiz> allowed(ActivityPlace place) {
        Quiz quiz = quizzes.open(new BlobId(place.sha256()));
        return place.preview()
                        || (quiz.rules().rehearsal()
                                && places.isOpen(place.learner(), place, Attempts.KIND)
                                && !clocks.terms(place.learner(), place).early(clock.instant()))
                ? Optional.of(quiz)
                : Optional.empty();
    }
}
