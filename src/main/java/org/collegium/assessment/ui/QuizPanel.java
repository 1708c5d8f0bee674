package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.AttemptSummary;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.Practice;
import org.collegium.assessment.StartResult;
import org.collegium.shared.ui.SiteFiles;

/**
 * A quiz from its first page to its result: what it is, the questions one at a time, what came of it, and again. Its keys
 * are in {@code frontend/quiz}. What is chosen from are elements of Vaadin without its components, so these are named here.
 */
@Tag("c-quiz")
@Uses(CheckboxGroup.class)
@Uses(RadioButtonGroup.class)
final class QuizPanel extends HtmlContainer {

    private final ActivityPlace place;
    private final transient Attempts attempts;
    private final transient Practice practice;
    private final transient QuizTexts texts;
    private int trials;

    QuizPanel(ActivityPlace place, Attempts attempts, Practice practice, QuizTexts texts) {
        this.place = place;
        this.attempts = attempts;
        this.practice = practice;
        this.texts = texts;
        addClassName("quiz");
        open();
    }

    /** The page that is next: before the first attempt, within one, or after the latest. */
    private void open() {
        removeAll();
        List<AttemptSummary> history = history();
        if (history.isEmpty()) {
            intro();
        } else if (history.getFirst().open()) {
            sit(false);
        } else {
            showResult(history.getFirst().id(), false);
        }
    }

    private void intro() {
        removeAll();
        AskedQuiz quiz = attempts.quiz(place);
        add(new QuizIntro(place, quiz, texts, () -> sit(true), rehearsal(quiz)));
    }

    private Optional<Runnable> rehearsal(AskedQuiz quiz) {
        return quiz.rules().rehearsal() && !place.preview() ? Optional.of(this::rehearse) : Optional.empty();
    }

    /** What is to be agreed to is agreed to before each attempt. */
    private void again() {
        if (attempts.quiz(place).rules().honour().isBlank()) {
            sit(true);
        } else {
            intro();
        }
    }

    /** Another trial draws other questions and values, so that an author meets them all. */
    private void sit(boolean focus) {
        if (place.preview()) {
            practise(trials++, focus);
            return;
        }
        switch (attempts.start(place.learner(), place)) {
            case StartResult.Going(OpenAttempt attempt) -> sit(new Sitting.Recorded(attempts, place, attempt), focus);
            case StartResult.NoneLeft(int allowed) -> notice("assessment.none-left", allowed);
            case StartResult.NotOpen() -> notice("assessment.not-open");
        }
    }

    private void rehearse() {
        practise(ThreadLocalRandom.current().nextLong(), true);
    }

    private void practise(long seed, boolean focus) {
        Sitting.Unrecorded.begin(practice, place, seed)
                .ifPresentOrElse(sitting -> sit(sitting, focus), () -> notice("assessment.not-open"));
    }

    private void sit(Sitting sitting, boolean focus) {
        removeAll();
        add(new SittingPanel(
                place,
                texts,
                sitting,
                result -> {
                    if (sitting.rehearsal()) {
                        showRehearsal(result);
                    } else {
                        show(result, true);
                    }
                },
                focus));
    }

    private void showResult(AttemptId attempt, boolean focus) {
        attempts.result(place.learner(), attempt).ifPresent(result -> show(result, focus));
    }

    private void show(AttemptResult result, boolean focus) {
        removeAll();
        List<AttemptSummary> history = history();
        AskedQuiz quiz = attempts.quiz(place);
        boolean again = place.preview() || quiz.attempts() == 0 || history.size() < quiz.attempts();
        ResultPanel panel =
                new ResultPanel(place, texts, result, getTranslation("assessment.attempt", result.number()));
        add(panel);
        if (again) {
            panel.addAct("assessment.again", !panel.passed(), this::again);
            rehearsal(quiz).ifPresent(round -> panel.addAct("assessment.rehearse", false, round));
        }
        panel.addLeft(quiz.attempts(), history.size());
        if (history.size() > 1) {
            add(new HistoryList(history, result.number(), attempt -> showResult(attempt, true)));
        }
        if (focus) {
            panel.focus();
        }
    }

    private void showRehearsal(AttemptResult result) {
        removeAll();
        ResultPanel panel = new ResultPanel(place, texts, result, getTranslation("assessment.rehearsal"));
        panel.addAct("assessment.rehearsal.done", true, this::open);
        panel.addAct("assessment.rehearsal.again", false, this::rehearse);
        add(panel);
        panel.focus();
    }

    private void notice(String key, Object... arguments) {
        removeAll();
        Paragraph words = new Paragraph(getTranslation(key, arguments));
        words.addClassName("c-notice");
        words.getElement().setAttribute("role", "status");
        add(words);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.QUIZ);
    }

    private List<AttemptSummary> history() {
        UUID run = place.run();
        return run == null ? List.of() : attempts.history(place.learner(), run, place.unitKey());
    }
}
