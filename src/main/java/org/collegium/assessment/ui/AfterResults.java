package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.LateAnswer;
import org.collegium.assessment.ResultNotes;
import org.collegium.assessment.ResultNotes.Notes;
import org.collegium.assessment.appeals.Appealing;
import org.collegium.assessment.appeals.OwnAppeals;
import org.collegium.assessment.regrading.GradedAgain;
import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.identity.AccountId;

/** What follows a result: it may be graded again, and its learner may appeal how a question was graded. */
@org.springframework.stereotype.Component
class AfterResults {

    private final QuizRegrades regrades;
    private final OwnAppeals appeals;
    private final ResultNotes notes;

    AfterResults(QuizRegrades regrades, OwnAppeals appeals, ResultNotes notes) {
        this.regrades = regrades;
        this.appeals = appeals;
        this.notes = notes;
    }

    /** How the grade became what it is; nothing while the learner does not see the score. */
    List<GradedAgain> gradedAgain(AccountId learner, AttemptId attempt, AttemptResult result) {
        return result.shown().score() ? regrades.of(learner, attempt) : List.of();
    }

    /** That it is kept back, that points were taken away, or that answers came too late. */
    Notes notes(AccountId learner, AttemptId attempt) {
        return notes.of(learner, attempt);
    }

    /** Which answers came too late, by what is known now. */
    List<LateAnswer> late(AccountId learner, AttemptId attempt) {
        return notes.late(learner, attempt);
    }

    Appealing appealing(AccountId learner, AttemptId attempt) {
        return appeals.of(learner, attempt);
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
