package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.assessment.AttemptClocks;
import org.collegium.assessment.AttemptTrace;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Practice;
import org.springframework.beans.factory.ObjectProvider;

/** Plays quizzes. */
@org.springframework.stereotype.Component
class QuizPlayer implements ActivityPlayer {

    private final Attempts attempts;
    private final AttemptClocks clocks;
    private final Practice practice;
    private final AfterResults after;
    private final QuizTexts texts;
    private final List<QuizAddition> additions;
    private final ObjectProvider<AttemptTrace> trace;
    private final Clock clock;

    QuizPlayer(
            Attempts attempts,
            AttemptClocks clocks,
            Practice practice,
            AfterResults after,
            QuizTexts texts,
            List<QuizAddition> additions,
            ObjectProvider<AttemptTrace> trace,
            Clock clock) {
        this.attempts = attempts;
        this.clocks = clocks;
        this.practice = practice;
        this.after = after;
        this.texts = texts;
        this.additions = additions;
        this.trace = trace;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public Component open(ActivityPlace place) {
        return new QuizPanel(
                place,
                attempts,
                clocks,
                practice,
                after,
                texts,
                additions,
                Optional.ofNullable(trace.getIfAvailable()),
                clock);
    }

    @Override
    public String completionRuleKey() {
        return "assessment.completion";
    }
}
