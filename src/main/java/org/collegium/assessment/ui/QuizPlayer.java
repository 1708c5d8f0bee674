package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Practice;

/** Plays quizzes. */
@org.springframework.stereotype.Component
class QuizPlayer implements ActivityPlayer {

    private final Attempts attempts;
    private final Practice practice;
    private final QuizTexts texts;

    QuizPlayer(Attempts attempts, Practice practice, QuizTexts texts) {
        this.attempts = attempts;
        this.practice = practice;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public Component open(ActivityPlace place) {
        return new QuizPanel(place, attempts, practice, texts);
    }

    @Override
    public String completionRuleKey() {
        return "assessment.completion";
    }
}
