package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
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
    private final QuizTexts texts;
    private final ObjectProvider<AttemptTrace> trace;
    private final Clock clock;

    QuizPlayer(
            Attempts attempts,
            AttemptClocks clocks,
            Practice practice,
            QuizTexts texts,
            ObjectProvider<AttemptTrace> trace,
            Clock clock) {
        this.attempts = attempts;
        this.clocks = clocks;
        this.practice = practice;
        this.texts = texts;
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
                place, attempts, clocks, practice, texts, Optional.ofNullable(trace.getIfAvailable()), clock);
    }

    @Override
    public String completionRuleKey() {
        return "assessment.completion";
    }
}
