package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.LateAnswer;
import org.collegium.assessment.ResultNotes;
import org.collegium.assessment.appeals.Appealing;
import org.collegium.assessment.appeals.OwnAppeals;
import org.collegium.assessment.appeals.OwnAppeals.Following;
import org.collegium.identity.AccountId;

/** What follows a result: it may be graded again, and its learner may appeal how a question was graded. */
@org.springframework.stereotype.Component
class AfterResults {

    private final OwnAppeals appeals;
    private final ResultNotes notes;

    AfterResults(OwnAppeals appeals, ResultNotes notes) {
        this.appeals = appeals;
        this.notes = notes;
    }

    /** What is told beside it, how the grade became what it is, and what was or may be appealed. */
    Following of(AccountId learner, AttemptId attempt, AttemptResult result) {
        return appeals.following(learner, attempt, result);
    }

    /** Which answers came too late, by what is known now. */
    List<LateAnswer> late(AccountId learner, AttemptId attempt) {
        return notes.late(learner, attempt);
    }

    /** What stands below each question, by its number from 0: the appeal, or the way to make one. */
    IntFunction<Optional<Component>> below(AccountId learner, AttemptId attempt, AttemptResult result, Appealing now) {
        if (!result.shown().score()) {
            return number -> Optional.empty();
        }
        return number -> {
            String question = result.asked().questions().get(number).key();
            return now.of(question)
                    .<Component>map(AppealCard::new)
                    .or(() -> now.open() && result.lacksPoints(question)
                            ? Optional.of(new AppealForm(
                                    number + 1, now.replyDays(), "appeal/" + attempt + "/" + question, text -> {
                                        appeals.appeal(learner, attempt, question, text);
                                        return appeals.of(learner, attempt)
                                                .of(question)
                                                .orElseThrow();
                                    }))
                            : Optional.empty());
        };
    }
}
