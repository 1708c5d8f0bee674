package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.assessment.Attempts;

/** Plays quizzes. */
@org.springframework.stereotype.Component
class QuizPlayer implements ActivityPlayer {

    private final Attempts attempts;
    private final QuizTexts texts;

    QuizPlayer(Attempts attempts, QuizTexts texts) {
        this.attempts = attempts;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public Component open(ActivityPlace place) {
        return new QuizPanel(place, attempts, texts);
    }

    @Override
    public String completionRuleKey() {
        return "assessment.completion";
    }
}
