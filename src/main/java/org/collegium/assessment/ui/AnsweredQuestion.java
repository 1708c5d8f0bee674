package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Choose;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Award;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.CodeResult;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Grading;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Mark;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Review.Shown;
import org.collegium.assessment.SettledMark;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One graded question as text: what was answered, what is right, and why. {@link AnsweredArticle} shows it. */
final class AnsweredQuestion {

    static final String NAME = "quiz-answered";

    private static final double NEARLY = 1e-9;

    private final ActivityPlace place;
    private final QuizTexts texts;
    private final Question question;
    private final Question graded;
    private final AskedQuestion asked;
    private final int number;
    private final Answer answer;
    private final List<Mark> marks;
    private final Map<String, CodeResult> code;
    private final double points;
    private final Shown shown;
    private final boolean waiting;

    AnsweredQuestion(ActivityPlace place, QuizTexts texts, AttemptResult result, AskedQuestion asked, int number) {
        this.place = place;
        this.texts = texts;
        this.question = result.now(asked.key());
        this.graded = result.question(asked.key());
        this.asked = asked;
        this.number = number;
        this.answer = result.answer(asked.key());
        this.points = result.grade().byQuestion().getOrDefault(asked.key(), 0.0);
        SettledMark settled = result.marks().get(asked.key());
        this.marks = settled == null ? List.of() : settled.marks();
        this.code = result.code();
        this.shown = result.shown();
        this.waiting = result.grade().waiting().contains(asked.key());
    }

    /** The element as a whole. */
    HtmlElement html() {
        return HtmlElement.of("article", NAME).html(content());
    }

    /** What is in it. */
    String content() {
        HtmlElement content = HtmlElement.of("article").add(head()).add(text("stem", asked.stem()));
        if (shown.score() && !question.equals(graded)) {
            content.add(kept());
        }
        if (answer.empty() && shown.answers()) {
            content.add(line("assessment.no-answer", ""));
        }
        answered(content);
        if (!question.explanation().isBlank() && shown.feedback()) {
            content.add(HtmlElement.of("div", "quiz-explanation").add(text("explanation", question.explanation())));
        }
        return content.content();
    }

    private HtmlElement head() {
        HtmlElement head = HtmlElement.of("header", "quiz-question-head")
                .add(HtmlElement.of("h3").text(translate("assessment.question.short", number)));
        return shown.score() ? head.add(badge()).add(worth()) : head;
    }

    private void answered(HtmlElement content) {
        switch (question) {
            case SingleChoice choice -> content.add(options(choice.options()));
            case MultipleChoice choice -> content.add(options(choice.options()));
            case TrueFalse statement ->
                content.add(typed(judgement(answer.text()), judgement(String.valueOf(statement.answer()))))
                        .add(said(
                                answer.empty() || !statement.keyed()
                                        ? ""
                                        : TypedAnswer.of(statement.feedback(), right())));
            case Numeric _, ShortText _ -> content.add(typed(new TypedAnswer(question, answer.text())));
            case Matching matching -> content.add(parts().matching(matching)).add(said(matching.feedback()));
            case Ordering ordering -> content.add(parts().ordering(ordering)).add(said(ordering.feedback()));
            case Cloze cloze -> content.add(parts().gaps(cloze));
            case Hotspot hotspot ->
                content.add(new GradedHotspot(hotspot, shown, this::text).of(answer))
                        .add(said(hotspot.feedback()));
            case Essay _, FileUpload _ -> content.add(new MarkedText(shown, this::text).of(graded, answer, marks));
            case CodeQuestion right ->
                content.add(new GradedCode(shown).of((CodeQuestion) graded, right.solution(), answer, code));
            case Formula undrawn -> throw new IllegalArgumentException(undrawn.key());
        }
    }

    /** That its key was corrected, and why the points are others than what is right. */
    private HtmlElement kept() {
        boolean marked = shown.right() && question.traits().award() == Award.BY_ANSWER && !question.waits();
        return HtmlElement.of("p", "c-notice").text(translate(marked ? "assessment.kept.right" : "assessment.kept"));
    }

    /** Whether it earned all points. */
    private boolean full() {
        return points >= graded.points() - NEARLY;
    }

    /** Whether it is right by what is right now. */
    private boolean right() {
        return question.equals(graded) ? full() : Grading.points(question, answer) >= question.points() - NEARLY;
    }

    private HtmlElement badge() {
        if (!waiting && !question.equals(graded)) {
            return StatusBadge.html(Status.NEUTRAL, translate("assessment.kept.badge"));
        }
        switch (graded.traits().award()) {
            case NOBODY -> {
                return StatusBadge.html(Status.NEUTRAL, translate("assessment.award.nobody"));
            }
            case EVERYONE -> {
                return StatusBadge.html(Status.GOOD, translate("assessment.award.everyone"));
            }
            case BY_ANSWER -> {}
        }
        if (!question.keyed()) {
            return StatusBadge.html(Status.NEUTRAL, translate("assessment.not-counted"));
        }
        if (waiting) {
            return StatusBadge.html(
                    Status.WAITING, translate(question.marked() ? "assessment.waits" : "assessment.code.waits"));
        }
        if (question.marked() && !answer.empty()) {
            return StatusBadge.html(Status.NEUTRAL, translate("assessment.marked"));
        }
        if (full()) {
            return StatusBadge.html(Status.GOOD, translate("assessment.right"));
        }
        if (answer.empty() && shown.answers()) {
            return StatusBadge.html(Status.BAD, translate("assessment.unanswered"));
        }
        return points > 0
                ? StatusBadge.html(Status.WAITING, translate("assessment.partly"))
                : StatusBadge.html(Status.BAD, translate("assessment.wrong"));
    }

    private HtmlElement worth() {
        Scores scores = new Scores(UI.getCurrent().getLocale());
        return HtmlElement.of("span", "c-muted c-small")
                .text(
                        graded.keyed() && !waiting && graded.traits().award() != Award.NOBODY
                                ? translate(
                                        "assessment.points-of",
                                        scores.points(points),
                                        scores.points(graded.points()),
                                        graded.points())
                                : "");
    }

    private GradedParts parts() {
        return new GradedParts(answer, shown, this::text, (key, value) -> translate(key, value));
    }

    private HtmlElement options(List<Option> options) {
        Map<String, Option> byKey = options.stream().collect(Collectors.toMap(Option::key, Function.identity()));
        List<Choice> inOrder = asked.form() instanceof Choose(List<Choice> choices, boolean _) ? choices : List.of();
        return HtmlElement.of("ul", "quiz-graded-options")
                .add(inOrder.stream()
                        .map(choice -> option(Objects.requireNonNull(byKey.get(choice.key()))))
                        .toList());
    }

    private HtmlElement option(Option option) {
        boolean chosen = answer.values().contains(option.key());
        HtmlElement marks = HtmlElement.of("div", "quiz-marks");
        if (chosen && shown.answers()) {
            marks.add(GradedParts.mark(Glyph.USER, translate("assessment.mark.chosen")));
        }
        if (option.correct() && shown.right()) {
            marks.add(GradedParts.mark(Glyph.CHECK, translate("assessment.mark.right")));
        } else if (chosen && question.keyed() && shown.right()) {
            marks.add(GradedParts.mark(Glyph.X, translate("assessment.mark.wrong")));
        }
        HtmlElement body = HtmlElement.of("div", "quiz-option-body")
                .add(text(option.key(), option.text()))
                .add(marks);
        if (chosen && shown.feedback() && !option.feedback().isBlank()) {
            body.add(HtmlElement.of("div", "quiz-feedback").add(text(option.key() + "/feedback", option.feedback())));
        }
        String names = (chosen && shown.answers() ? "quiz-chosen " : "")
                + (option.correct() && shown.right() ? "quiz-correct" : "");
        return (names.isEmpty() ? HtmlElement.of("li") : HtmlElement.of("li", names.strip())).add(body);
    }

    private List<HtmlElement> typed(String given, String right) {
        List<HtmlElement> lines = new ArrayList<>();
        if (!answer.empty() && shown.answers()) {
            lines.add(line("assessment.your-answer", given));
        }
        if (question.keyed() && shown.right()) {
            lines.add(line("assessment.right-answer", right));
        }
        return lines;
    }

    private List<HtmlElement> typed(TypedAnswer typed) {
        List<HtmlElement> lines = typed(typed.typed(), typed.right());
        if (shown.answers()) {
            typed.trouble().ifPresent(key -> lines.add(line(key, "")));
        }
        said(typed.feedback(right())).ifPresent(lines::add);
        return lines;
    }

    private Optional<HtmlElement> said(Feedback feedback) {
        return said(answer.empty() || !question.keyed() ? "" : TypedAnswer.of(feedback, right()));
    }

    private Optional<HtmlElement> said(String markdown) {
        return markdown.isBlank() || !shown.feedback()
                ? Optional.empty()
                : Optional.of(HtmlElement.of("div", "quiz-feedback").add(text("feedback", markdown)));
    }

    private static HtmlElement line(String key, String value) {
        return HtmlElement.of("p", "quiz-line-of-answer").text(translate(key, value));
    }

    private static String judgement(String value) {
        return translate("true".equals(value) ? "assessment.true" : "assessment.false");
    }

    private HtmlElement text(String part, String markdown) {
        return texts.html(place, question.key() + "/" + part, markdown);
    }
}
