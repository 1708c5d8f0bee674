package org.collegium.assessment;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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
    private final Clock clock;

    Practice(Quizzes quizzes, OpenPlaces places, Clock clock) {
        this.quizzes = quizzes;
        this.places = places;
        this.clock = clock;
    }

    /** The quiz as this seed draws it; empty where one may not take it so. At most three queries. */
    @PreAuthorize(OWN)
    public Optional<AskedQuiz> quiz(ActivityPlace place, long seed) {
        return allowed(place).map(quiz -> AskedQuiz.of(quiz, seed));
    }

    /**
     * Grades what was answered; empty where one may not take the quiz so. Learners see of it what is shown of every attempt at once,
     * authors everything. At most three queries.
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
            Review.Shown shown =
                    place.preview() ? Review.Shown.ALL : quiz.rules().review().shown(false, false);
            return new AttemptResult(
                    1, AskedQuiz.of(whole, seed), quiz, answers, Grading.grade(quiz, given), Map.of(), shown);
        });
    }

    private Optional<Quiz> allowed(ActivityPlace place) {
        Quiz quiz = quizzes.open(new BlobId(place.sha256()));
        return place.preview() || (quiz.rules().rehearsal() && places.isOpen(place.learner(), place, Attempts.KIND))
                ? Optional.of(quiz)
                : Optional.empty();
    }
}
