package org.collegium.assessment.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.SavedAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An attempt as one tab sees it: recorded, or an author's trial that leaves no trace. */
final class Sitting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Attempts attempts;
    private final ActivityPlace place;
    private final AskedQuiz quiz;
    private final @Nullable OpenAttempt attempt;

    private Sitting(Attempts attempts, ActivityPlace place, AskedQuiz quiz, @Nullable OpenAttempt attempt) {
        this.attempts = attempts;
        this.place = place;
        this.quiz = quiz;
        this.attempt = attempt;
    }

    static Sitting of(Attempts attempts, ActivityPlace place, OpenAttempt attempt) {
        return new Sitting(attempts, place, attempt.quiz(), attempt);
    }

    static Sitting trial(Attempts attempts, ActivityPlace place) {
        return new Sitting(attempts, place, attempts.quiz(place), null);
    }

    AskedQuiz quiz() {
        return quiz;
    }

    /** What is kept as the answer to a question. */
    Optional<SavedAnswer> saved(String questionKey) {
        return Optional.ofNullable(attempt).map(open -> open.answers().get(questionKey));
    }

    /** Whether a question has an answer that is kept. */
    boolean answered(String questionKey) {
        return saved(questionKey).filter(saved -> !saved.answer().empty()).isPresent();
    }

    /** With what the browser saves; nothing for a trial. */
    Optional<WorkTicket> ticket() {
        return Optional.ofNullable(attempt).map(OpenAttempt::ticket);
    }

    /** Another ticket, when the first is not good any more. */
    Optional<WorkTicket> renewed() {
        return now().map(OpenAttempt::ticket);
    }

    /** The clock of the attempt; empty when it has none. */
    Optional<OpenAttempt> timed() {
        return Optional.ofNullable(attempt).filter(open -> open.time().due() != null);
    }

    /** The attempt as it is now; empty when nothing is taken any more. */
    Optional<OpenAttempt> now() {
        return attempt == null
                ? Optional.empty()
                : attempts.goOn(place.learner(), place)
                        .filter(going -> going.id().equals(attempt.id()));
    }

    /** @param tried what was answered in a trial, as the browser tells it: JSON by question key, in which may be anything */
    AttemptResult submit(String tried) {
        return attempt == null
                ? attempts.tryOut(place, answers(tried))
                : attempts.submit(place.learner(), attempt.id());
    }

    private static Map<String, Answer> answers(String tried) {
        Map<String, Answer> answers = new HashMap<>();
        try {
            JSON.readTree(tried).forEachEntry((key, answer) -> answers.put(key, Answer.read(answer.asString(""))));
            return answers;
        } catch (JacksonException unreadable) {
            return Map.of();
        }
    }
}
