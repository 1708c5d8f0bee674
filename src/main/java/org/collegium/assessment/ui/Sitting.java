package org.collegium.assessment.ui;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.SavedAnswer;

/** An attempt as one tab sees it: recorded, or an author's trial that leaves no trace. */
final class Sitting {

    private final transient Attempts attempts;
    private final ActivityPlace place;
    private final OpenAttempt attempt;
    private final Map<String, SavedAnswer> saved;

    Sitting(Attempts attempts, ActivityPlace place, OpenAttempt attempt) {
        this.attempts = attempts;
        this.place = place;
        this.attempt = attempt;
        this.saved = new HashMap<>(attempt.answers());
    }

    AskedQuiz quiz() {
        return attempt.quiz();
    }

    Answer answer(String questionKey) {
        SavedAnswer answer = saved.get(questionKey);
        return answer == null ? Answer.NONE : answer.answer();
    }

    /** Whether a question has an answer that is kept. */
    boolean answered(String questionKey) {
        return !answer(questionKey).empty();
    }

    /** When the answer was kept; null where there is none. */
    @org.jspecify.annotations.Nullable
    Instant savedAt(String questionKey) {
        SavedAnswer answer = saved.get(questionKey);
        return answer == null ? null : answer.savedAt();
    }

    SaveResult save(String questionKey, Answer answer) {
        Instant now = Instant.now();
        SavedAnswer before = saved.get(questionKey);
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        long sequence = before == null ? micros : Math.max(before.sequence() + 1, micros);
        SaveResult result = place.preview()
                ? new SaveResult.Saved(now)
                : attempts.save(place.learner(), attempt.id(), questionKey, answer, sequence);
        if (result instanceof SaveResult.Saved(Instant at)) {
            saved.put(questionKey, new SavedAnswer(answer, sequence, at));
        }
        return result;
    }

    AttemptResult submit() {
        return place.preview()
                ? attempts.tryOut(
                        place,
                        saved.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().answer())))
                : attempts.submit(place.learner(), attempt.id());
    }
}
