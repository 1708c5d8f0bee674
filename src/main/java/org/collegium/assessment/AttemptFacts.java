package org.collegium.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What another module may know of an attempt.
 *
 * @param number 1 for the learner's first at this quiz
 * @param traced whether the quiz asks for a trace
 * @param submittedAt null while it is open
 * @param endedBy what ended it, as a word in capitals; null while it is open, and of attempts from before that was noted
 * @param questions in the order in which they are asked, Markdown by key
 */
public record AttemptFacts(
        AttemptId id,
        AccountId learner,
        UUID run,
        String unitKey,
        String quizTitle,
        int number,
        boolean traced,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable String endedBy,
        List<Map.Entry<String, String>> questions) {

    public AttemptFacts {
        questions = List.copyOf(questions);
    }

    /** The number of a question as its learner counts, from 1; 0 when it is not asked in the attempt. */
    public int place(String questionKey) {
        return questions.stream().map(Map.Entry::getKey).toList().indexOf(questionKey) + 1;
    }
}
