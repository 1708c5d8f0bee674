package org.collegium.assessment.marking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Question;
import org.jspecify.annotations.Nullable;

/**
 * An answer on the desk of a marker.
 *
 * @param code by which it is told from others where names are hidden
 * @param learner null where names are hidden
 * @param cameLate when what the learner typed last came, where that was after the end and does not count; else null
 * @param marks in force that this marker may see, with the one that they may change
 * @param history of marks that are in force no more, as far as this marker may see them, the latest first
 * @param task what this marker may do
 * @param undoable whether this marker gave the latest mark and may take it back
 */
public record AnswerToMark(
        UUID id,
        String unitKey,
        String code,
        @Nullable String learner,
        Instant submittedAt,
        MarkingState state,
        @Nullable Double points,
        Question question,
        Answer answer,
        @Nullable Instant cameLate,
        List<GivenMark> marks,
        List<GivenMark> history,
        MarkingTask task,
        boolean alone,
        boolean undoable) {

    public AnswerToMark {
        marks = List.copyOf(marks);
        history = List.copyOf(history);
    }
}
