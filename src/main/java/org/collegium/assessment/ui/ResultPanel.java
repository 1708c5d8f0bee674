package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Deductions.Deduction;
import org.collegium.assessment.Grade;
import org.collegium.assessment.LateAnswer;
import org.collegium.assessment.ResultNotes.Notes;
import org.collegium.assessment.appeals.Appealing;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.assessment.regrading.GradedAgain;
import org.collegium.identity.UnreachedNote;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What came of an attempt: the score, whether it is enough, and every question with what was right. */
final class ResultPanel extends Section {

    private final H2 heading;
    private final Div acts = new Div();
    private final Div summary = new Div();
    private final boolean scored;
    private final boolean passed;
    private final boolean recorded;

    /**
     * @param name what it is the result of
     * @param recorded whether it is of an attempt
     */
    ResultPanel(ActivityPlace place, QuizTexts texts, AttemptResult result, String name, boolean recorded) {
        this(place, texts, result, name, recorded, number -> Optional.empty());
    }

    /** @param below what stands below each question, by its number from 0 */
    ResultPanel(
            ActivityPlace place,
            QuizTexts texts,
            AttemptResult result,
            String name,
            boolean recorded,
            IntFunction<Optional<Component>> below) {
        this.recorded = recorded;
        addClassName("quiz-result");
        boolean complete = result.grade().complete();
        scored = complete && result.shown().score();
        passed = scored && result.grade().passed();
        heading = new H2(getTranslation(
                !scored ? "assessment.submitted" : passed ? "assessment.passed" : "assessment.not-passed"));
        heading.getElement().setAttribute("tabindex", "-1");
        acts.addClassName("quiz-foot");
        summary.add(new StatusBadge(passed ? Status.GOOD : Status.NEUTRAL, name), heading);
        summary.addClassName("quiz-summary");
        if (scored) {
            summary.add(score(result), line(result));
        } else if (!complete) {
            summary.add(waiting(result));
        }
        ReviewWords.of(result.quiz().rules().review(), result.shown()).ifPresent(summary::add);
        summary.add(acts);
        add(summary);
        if (result.shown().questions()) {
            add(new H2(getTranslation("assessment.answers")), new AnsweredList(place, texts, result, below));
        }
        ResultReceipts.of(result, getLocale()).ifPresent(this::add);
    }

    /** @param settled whether nothing follows by which this attempt might still become the way to a pass */
    void settle(boolean settled) {
        if (settled && scored && !passed) {
            heading.setText(getTranslation("assessment.not-passed.settled"));
        }
    }

    /** Whether it says that the quiz is passed. */
    boolean passed() {
        return passed;
    }

    void addAct(String key, boolean primary, Runnable act) {
        Button button = new Button(getTranslation(key), click -> act.run());
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        acts.add(button);
    }

    /**
     * How many attempts are left, or that there is no other one any more.
     *
     * @param late whether the quiz has closed
     */
    void addLeft(QuizTerms terms, int used, boolean late) {
        Instant closes = terms.closes();
        if (late && closes != null) {
            addNote(getTranslation("assessment.closed", new Scores(getLocale()).day(closes)));
        } else if (terms.attempts() > 0) {
            addNote(getTranslation("assessment.left", Math.max(0, terms.attempts() - used)));
        }
    }

    /** Stands where one could go on. */
    void addNote(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassNames("c-muted", "c-small");
        acts.add(note);
    }

    /** That the grade became another one, or stayed although a key was corrected, when and why. */
    void addAgain(List<GradedAgain> again) {
        Scores scores = new Scores(getLocale());
        for (GradedAgain change : again) {
            Paragraph line = new Paragraph(getTranslation(
                    change.kept() ? "assessment.again.kept" : "assessment.again.line",
                    scores.day(change.at()),
                    scores.points(change.points()),
                    scores.points(change.possible()),
                    scores.points(change.pointsNow()),
                    scores.points(change.possibleNow()),
                    change.reason(),
                    change.possible(),
                    change.possibleNow()));
            line.addClassName("c-notice");
            summary.addComponentAtIndex(summary.indexOf(acts), line);
        }
    }

    /** Until when questions may be appealed, or might have been, where there is one to appeal. */
    void addAppealing(Appealing appealing, AttemptResult result) {
        Instant until = appealing.until();
        boolean any = result.asked().questions().stream()
                .map(AskedQuestion::key)
                .anyMatch(question ->
                        result.lacksPoints(question) && appealing.of(question).isEmpty());
        if (until != null && any) {
            Paragraph line = new Paragraph(getTranslation(
                    appealing.open() ? "assessment.appeal.make.until" : "assessment.appeal.make.was-until",
                    new Scores(getLocale()).day(until)));
            line.addClassNames("c-muted", "c-small");
            summary.addComponentAtIndex(summary.indexOf(acts), line);
        }
    }

    /**
     * That answers came too late, that the result is kept back, or that points were taken away, which is told with the score.
     *
     * @param late what came too late, asked for anew
     */
    void addNotes(Notes notes, AttemptResult result, Supplier<List<LateAnswer>> late) {
        notes.ended()
                .ifPresent(ended -> summary.addComponentAtIndex(
                        summary.indexOf(acts),
                        new LateNote(
                                result.asked().questions().stream()
                                        .map(AskedQuestion::key)
                                        .toList(),
                                notes.late(),
                                ended,
                                late)));
        if (result.shown().score()) {
            addDeductions(notes.deductions(), result);
        }
        notes.heldUntil().ifPresent(this::addHeld);
    }

    /** That points were taken away by a verdict, how many and why. */
    private void addDeductions(List<Deduction> deductions, AttemptResult result) {
        List<String> order =
                result.asked().questions().stream().map(AskedQuestion::key).toList();
        for (Deduction taken : deductions) {
            String percent = new Scores(getLocale()).percent(1 - taken.keeps());
            Paragraph line = new Paragraph(
                    taken.question().isEmpty()
                            ? getTranslation("assessment.deduction", percent, taken.reason())
                            : getTranslation(
                                    "assessment.deduction.question",
                                    percent,
                                    order.indexOf(taken.question()) + 1,
                                    taken.reason()));
            line.addClassName("c-notice");
            summary.addComponentAtIndex(summary.indexOf(acts), line);
        }
    }

    /** That the result is kept back, and until when where that is known. */
    private void addHeld(Instant until) {
        Paragraph line = new Paragraph(
                until.equals(Instant.MAX)
                        ? getTranslation("assessment.held")
                        : getTranslation("assessment.held.until", new Scores(getLocale()).day(until)));
        line.addClassName("c-notice");
        summary.addComponentAtIndex(summary.indexOf(acts), line);
        summary.addComponentAtIndex(summary.indexOf(acts), new UnreachedNote());
    }

    /** Stands below the score. */
    void addEnd(HowItEnded end) {
        summary.addComponentAtIndex(summary.indexOf(acts), end);
    }

    /** Stands above the answers, which may be many: there may be something to do in it. */
    void addBesideAnswers(Component what) {
        addComponentAtIndex(indexOf(summary) + 1, what);
    }

    void focus() {
        heading.getElement().executeJs("this.focus()");
    }

    private Paragraph score(AttemptResult result) {
        Scores scores = new Scores(getLocale());
        Grade grade = result.grade();
        Paragraph words = new Paragraph(getTranslation(
                "assessment.score",
                scores.points(grade.points()),
                scores.points(grade.possible()),
                scores.percent(grade.score()),
                scores.percent(result.quiz().passMark()),
                grade.possible()));
        words.addClassName("quiz-score");
        return words;
    }

    /** How many questions are graded; who rehearses or tries reads that nobody will mark the rest. */
    private Div waiting(AttemptResult result) {
        Scores scores = new Scores(getLocale());
        Grade grade = result.grade();
        int rest = grade.waiting().size();
        int all = grade.byQuestion().size() + rest;
        String words = !recorded
                ? "assessment.waiting.nobody"
                : result.testsRun() ? "assessment.code.waiting" : "assessment.waiting";
        Div waiting = new Div(new Paragraph(getTranslation(words, all - rest, all, rest)));
        waiting.getElement().setAttribute("role", "status");
        if (result.shown().score()) {
            waiting.add(new Paragraph(getTranslation(
                    "assessment.waiting.so-far",
                    scores.points(grade.points()),
                    scores.points(grade.possible()),
                    grade.possible())));
        }
        waiting.addClassName("quiz-waiting");
        return waiting;
    }

    /** The same as a line, for the eye only. */
    private Div line(AttemptResult result) {
        Div done = new Div();
        done.addClassName("quiz-line-done");
        Div mark = new Div();
        mark.addClassName("quiz-line-mark");
        Div line = new Div(done, mark);
        line.addClassName("quiz-line");
        line.setClassName("quiz-line-passed", result.grade().passed());
        line.getElement().setAttribute("aria-hidden", "true");
        line.getStyle().set("--quiz-score", String.valueOf(result.grade().score()));
        line.getStyle().set("--quiz-pass", String.valueOf(result.quiz().passMark()));
        return line;
    }
}
