package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptClocks;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.AttemptSummary;
import org.collegium.assessment.AttemptTrace;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Entrance;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.Practice;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.appeals.OwnAppeals.Following;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.identity.AccountId;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.SiteFiles;
import org.jspecify.annotations.Nullable;

/**
 * A quiz from its first page to its result: what it is, the questions one at a time, what came of it, and again. Its keys
 * are in {@code frontend/quiz}. What is answered in are elements of Vaadin without its components, so these are named here.
 */
@Tag("c-quiz")
@Uses(CheckboxGroup.class)
@Uses(RadioButtonGroup.class)
@Uses(TextArea.class)
@Uses(TextField.class)
final class QuizPanel extends HtmlContainer {

    private static final Duration OFTEN = Duration.ofSeconds(3);

    private final ActivityPlace place;
    private final transient Attempts attempts;
    private final transient AttemptClocks clocks;
    private final transient Practice practice;
    private final transient AfterResults after;
    private final transient QuizTexts texts;
    private final transient List<QuizAddition> additions;
    private final transient Optional<AttemptTrace> trace;
    private final transient Clock clock;
    private int trials;
    private final Polling polling = new Polling(this, this::look);
    private @Nullable ResultPanel followed;
    private @Nullable AttemptId followedAttempt;

    QuizPanel(
            ActivityPlace place,
            Attempts attempts,
            AttemptClocks clocks,
            Practice practice,
            AfterResults after,
            QuizTexts texts,
            List<QuizAddition> additions,
            Optional<AttemptTrace> trace,
            Clock clock) {
        this.place = place;
        this.attempts = attempts;
        this.clocks = clocks;
        this.practice = practice;
        this.after = after;
        this.texts = texts;
        this.additions = additions;
        this.trace = trace;
        this.clock = clock;
        addClassName("quiz");
        open();
    }

    /** The page that is next: before the first attempt, within one, or after the latest. */
    private void open() {
        removeAll();
        List<AttemptSummary> history = history();
        if (history.isEmpty()) {
            introduce();
        } else if (history.getFirst().open()) {
            goOn();
        } else {
            showResult(history.getFirst().id(), false);
        }
    }

    QuizIntro introduce() {
        removeAll();
        QuizTerms terms = clocks.told(place.learner(), place);
        AskedQuiz quiz = attempts.quiz(place);
        QuizIntro intro = new QuizIntro(place, quiz, texts, terms, clock.instant(), this::begin, rehearsal(quiz));
        additions.forEach(addition -> addition.of(place).ifPresent(intro::tell));
        traced(quiz).map(AttemptTrace::announced).ifPresent(intro::tell);
        add(intro);
        return intro;
    }

    private void goOn() {
        attempts.goOn(place.learner(), place)
                .ifPresentOrElse(attempt -> sit(new Sitting.Recorded(attempts, place, attempt), false), () -> {
                    AttemptSummary latest = history().getFirst();
                    if (latest.open()) {
                        notice("assessment.not-open");
                    } else {
                        showResult(latest.id(), false);
                    }
                });
    }

    private Optional<AttemptTrace> traced(AskedQuiz quiz) {
        return trace.filter(any -> quiz.rules().trace());
    }

    private Optional<Runnable> rehearsal(AskedQuiz quiz) {
        return quiz.rules().rehearsal() && !place.preview() ? Optional.of(this::rehearse) : Optional.empty();
    }

    /** Nobody begins a quiz with a clock or a password without having read so, and what is to be agreed to is agreed to before each attempt. */
    private void again() {
        QuizTerms terms = clocks.terms(place.learner(), place);
        boolean told = terms.timed() || terms.password() || terms.opens() != null || terms.closes() != null;
        AskedQuiz quiz = attempts.quiz(place);
        if ((told && !place.preview())
                || !quiz.rules().honour().isBlank()
                || traced(quiz).isPresent()) {
            introduce();
        } else {
            begin(Entrance.FREE);
        }
    }

    /** Another trial draws other questions and values, so that an author meets them all. */
    private void begin(Entrance entrance) {
        if (place.preview()) {
            practise(trials++);
            return;
        }
        switch (attempts.start(place.learner(), place, entrance)) {
            case StartResult.Going(OpenAttempt attempt) -> sit(new Sitting.Recorded(attempts, place, attempt), true);
            case StartResult.NoneLeft(int allowed) -> notice("assessment.none-left", allowed);
            case StartResult.NotOpen() -> notice("assessment.not-open");
            case StartResult.Over(Instant closed) -> notice("assessment.closed", new Scores(getLocale()).day(closed));
            case StartResult.NotAgreed(), StartResult.NotYet(Instant _) -> introduce();
            case StartResult.WrongPassword() -> refuse(getTranslation("assessment.password.wrong"));
            case StartResult.Wait(Duration time) ->
                refuse(getTranslation("assessment.password.wait", Spans.said(this, time)));
        }
    }

    private void refuse(String sentence) {
        getChildren()
                .filter(QuizIntro.class::isInstance)
                .map(QuizIntro.class::cast)
                .findFirst()
                .orElseGet(this::introduce)
                .refuse(sentence);
    }

    private void rehearse() {
        practise(ThreadLocalRandom.current().nextLong());
    }

    private void practise(long seed) {
        QuizTerms terms = clocks.terms(place.learner(), place);
        Sitting.Unrecorded.begin(practice, place, seed, terms, clock.instant())
                .ifPresentOrElse(sitting -> sit(sitting, true), () -> notice("assessment.not-open"));
    }

    private void sit(Sitting sitting, boolean focus) {
        removeAll();
        add(new SittingPanel(
                place,
                texts,
                sitting,
                sitting.attempt()
                        .flatMap(attempt -> traced(sitting.quiz()).map(kept -> kept.opened(place.learner(), attempt))),
                clock,
                (result, timeUp) -> {
                    ResultPanel panel = sitting.rehearsal() ? showRehearsal(result) : show(result, true);
                    sitting.practised(timeUp).ifPresent(panel::addEnd);
                },
                focus));
    }

    private void showResult(AttemptId attempt, boolean focus) {
        attempts.result(place.learner(), attempt).ifPresent(result -> show(result, focus));
    }

    private ResultPanel show(AttemptResult result, boolean focus) {
        removeAll();
        List<AttemptSummary> history = history();
        QuizTerms terms = clocks.told(place.learner(), place);
        boolean late = terms.late(clock.instant());
        boolean left = terms.attempts() == 0 || history.size() < terms.attempts();
        boolean again = place.preview() || (left && !late);
        Optional<AttemptSummary> attempt = history.stream()
                .filter(each -> each.number() == result.number())
                .findFirst();
        ResultPanel panel = attempt.map(each -> of(each, result))
                .orElseGet(() -> new ResultPanel(place, texts, result, getTranslation("assessment.trial"), false));
        add(panel);
        follow(panel, result, attempt.map(AttemptSummary::id));
        if (again) {
            panel.addAct("assessment.again", !panel.passed(), this::again);
            rehearsal(attempts.quiz(place)).ifPresent(round -> panel.addAct("assessment.rehearse", false, round));
        }
        panel.settle(!again || result.number() < history.size());
        if (!place.preview()) {
            panel.addLeft(terms, history.size(), late);
        }
        additions.forEach(addition -> addition.of(place).ifPresent(panel::addBesideAnswers));
        if (history.size() > 1) {
            add(new HistoryList(history, result.number(), earlier -> showResult(earlier, true)));
        }
        if (focus) {
            panel.focus();
        }
        return panel;
    }

    /** While tests run for it, what came of them is looked for, as long as it is on the page. */
    private void follow(ResultPanel panel, AttemptResult result, Optional<AttemptId> attempt) {
        followed = panel;
        followedAttempt = attempt.orElse(null);
        polling.whilst(attempt.isPresent() && result.testsRun(), OFTEN);
    }

    private void look() {
        AttemptId attempt = followedAttempt;
        if (attempt == null || followed == null || followed.getParent().isEmpty()) {
            polling.stop();
            return;
        }
        attempts.result(place.learner(), attempt)
                .filter(result -> !result.testsRun())
                .ifPresent(result -> show(result, false));
    }

    /** The result of an attempt, with what followed it. */
    private ResultPanel of(AttemptSummary attempt, AttemptResult result) {
        AccountId learner = place.learner();
        AttemptId id = attempt.id();
        Following following = after.of(learner, id, result);
        String name = getTranslation("assessment.attempt", result.number());
        ResultPanel panel = new ResultPanel(
                place, texts, result, name, true, after.below(learner, id, result, following.appealing()));
        panel.addEnd(HowItEnded.attempt(attempt, following.notes().credits()));
        if (result.shown().score()) {
            panel.addAgain(following.again());
        }
        panel.addNotes(following.notes(), result, () -> after.late(learner, id));
        panel.addAppealing(following.appealing(), result);
        traced(result.asked()).flatMap(kept -> kept.shown(learner, id)).ifPresent(panel::add);
        return panel;
    }

    private ResultPanel showRehearsal(AttemptResult result) {
        removeAll();
        ResultPanel panel = new ResultPanel(place, texts, result, getTranslation("assessment.rehearsal"), false);
        panel.addAct("assessment.rehearsal.done", true, this::open);
        panel.addAct("assessment.rehearsal.again", false, this::rehearse);
        add(panel);
        panel.focus();
        return panel;
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
