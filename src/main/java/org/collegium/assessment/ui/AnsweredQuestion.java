package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** One graded question: what was answered, what is right, and why. */
final class AnsweredQuestion extends Article {

    private static final double NEARLY = 1e-9;

    private final ActivityPlace place;
    private final transient QuizTexts texts;
    private final transient Question question;
    private final transient Question graded;
    private final Answer answer;
    private final double points;
    private final Shown shown;
    private final boolean waiting;

    AnsweredQuestion(ActivityPlace place, QuizTexts texts, AttemptResult result, AskedQuestion asked, int number) {
        this.place = place;
        this.texts = texts;
        this.question = result.now(asked.key());
        this.graded = result.question(asked.key());
        this.answer = result.answers().getOrDefault(asked.key(), Answer.NONE);
        this.points = result.grade().byQuestion().getOrDefault(asked.key(), 0.0);
        SettledMark settled = result.marks().get(asked.key());
        List<Mark> marks = settled == null ? List.of() : settled.marks();
        this.shown = result.shown();
        this.waiting = result.grade().waiting().contains(asked.key());
        addClassName("quiz-answered");
        Header head = new Header(new H3(getTranslation("assessment.question.short", number)));
        if (shown.score()) {
            head.add(badge(), worth());
        }
        head.addClassName("quiz-question-head");
        add(head, text("stem", asked.stem()));
        if (shown.score() && !question.equals(graded)) {
            add(kept());
        }
        if (answer.empty() && shown.answers()) {
            add(line("assessment.no-answer", ""));
        }
        switch (question) {
            case SingleChoice choice -> add(options(choice.options(), asked));
            case MultipleChoice choice -> add(options(choice.options(), asked));
            case TrueFalse statement -> {
                typed(judgement(answer.text()), judgement(String.valueOf(statement.answer())));
                said(answer.empty() || !statement.keyed() ? "" : TypedAnswer.of(statement.feedback(), right()));
            }
            case Numeric _, ShortText _ -> typed(new TypedAnswer(question, answer.text()));
            case Matching matching -> parts(parts().matching(matching), matching.feedback());
            case Ordering ordering -> parts(parts().ordering(ordering), ordering.feedback());
            case Cloze cloze -> parts(parts().gaps(cloze), Feedback.NONE);
            case Hotspot hotspot ->
                parts(new GradedHotspot(hotspot, answer, shown, this::text, this::getTranslation), hotspot.feedback());
            case Essay _ -> add(new MarkedText(graded, answer, marks, shown, this::text, this::html));
            case CodeQuestion code ->
                add(new GradedCode((CodeQuestion) graded, code.solution(), answer, result.code(), shown));
            case FileUpload _ -> add(new MarkedText(graded, answer, marks, shown, this::text, this::html));
            case Formula undrawn -> throw new IllegalArgumentException(undrawn.key());
        }
        if (!question.explanation().isBlank() && shown.feedback()) {
            Div explanation = new Div(text("explanation", question.explanation()));
            explanation.addClassName("quiz-explanation");
            add(explanation);
        }
    }

    /** That its key was corrected, and why the points are others than what is right. */
    private Paragraph kept() {
        boolean marked = shown.right() && question.traits().award() == Award.BY_ANSWER && !question.waits();
        Paragraph words = new Paragraph(getTranslation(marked ? "assessment.kept.right" : "assessment.kept"));
        words.addClassName("c-notice");
        return words;
    }

    /** Whether it earned all points. */
    private boolean full() {
        return points >= graded.points() - NEARLY;
    }

    /** Whether it is right by what is right now. */
    private boolean right() {
        return question.equals(graded) ? full() : Grading.points(question, answer) >= question.points() - NEARLY;
    }

    private StatusBadge badge() {
        if (!waiting && !question.equals(graded)) {
            return new StatusBadge(Status.NEUTRAL, getTranslation("assessment.kept.badge"));
        }
        switch (graded.traits().award()) {
            case NOBODY -> {
                return new StatusBadge(Status.NEUTRAL, getTranslation("assessment.award.nobody"));
            }
            case EVERYONE -> {
                return new StatusBadge(Status.GOOD, getTranslation("assessment.award.everyone"));
            }
            case BY_ANSWER -> {}
        }
        if (!question.keyed()) {
            return new StatusBadge(Status.NEUTRAL, getTranslation("assessment.not-counted"));
        }
        if (waiting) {
            return new StatusBadge(
                    Status.WAITING, getTranslation(question.marked() ? "assessment.waits" : "assessment.code.waits"));
        }
        if (question.marked() && !answer.empty()) {
            return new StatusBadge(Status.NEUTRAL, getTranslation("assessment.marked"));
        }
        if (full()) {
            return new StatusBadge(Status.GOOD, getTranslation("assessment.right"));
        }
        return points > 0
                ? new StatusBadge(Status.WAITING, getTranslation("assessment.partly"))
                : new StatusBadge(Status.BAD, getTranslation("assessment.wrong"));
    }

    private Span worth() {
        Scores scores = new Scores(getLocale());
        Span worth = new Span(
                graded.keyed() && !waiting && graded.traits().award() != Award.NOBODY
                        ? getTranslation(
                                "assessment.points-of",
                                scores.points(points),
                                scores.points(graded.points()),
                                graded.points())
                        : "");
        worth.addClassNames("c-muted", "c-small");
        return worth;
    }

    private GradedParts parts() {
        return new GradedParts(answer, shown, this::text, this::getTranslation);
    }

    private void parts(Component graded, Feedback feedback) {
        add(graded);
        said(answer.empty() || !question.keyed() ? "" : TypedAnswer.of(feedback, right()));
    }

    private UnorderedList options(List<Option> options, AskedQuestion asked) {
        Map<String, Option> byKey = options.stream().collect(Collectors.toMap(Option::key, Function.identity()));
        UnorderedList list = new UnorderedList();
        list.addClassName("quiz-graded-options");
        List<Choice> shown = asked.form() instanceof Choose(List<Choice> inOrder, boolean _) ? inOrder : List.of();
        shown.forEach(choice -> list.add(option(Objects.requireNonNull(byKey.get(choice.key())))));
        return list;
    }

    private ListItem option(Option option) {
        boolean chosen = answer.values().contains(option.key());
        ListItem item = new ListItem();
        item.setClassName("quiz-chosen", chosen && shown.answers());
        item.setClassName("quiz-correct", option.correct() && shown.right());
        Div body = new Div(text(option.key(), option.text()));
        body.addClassName("quiz-option-body");
        Div marks = new Div();
        marks.addClassName("quiz-marks");
        if (chosen && shown.answers()) {
            marks.add(mark(Glyph.USER, "assessment.mark.chosen"));
        }
        if (option.correct() && shown.right()) {
            marks.add(mark(Glyph.CHECK, "assessment.mark.right"));
        } else if (chosen && question.keyed() && shown.right()) {
            marks.add(mark(Glyph.X, "assessment.mark.wrong"));
        }
        body.add(marks);
        if (chosen && shown.feedback() && !option.feedback().isBlank()) {
            Div feedback = new Div(text(option.key() + "/feedback", option.feedback()));
            feedback.addClassName("quiz-feedback");
            body.add(feedback);
        }
        item.add(body);
        return item;
    }

    private Span mark(Glyph glyph, String key) {
        Span mark = new Span(glyph.create(), new Span(getTranslation(key)));
        mark.addClassName("quiz-mark");
        return mark;
    }

    private void typed(String given, String right) {
        if (!answer.empty() && shown.answers()) {
            add(line("assessment.your-answer", given));
        }
        if (question.keyed() && shown.right()) {
            add(line("assessment.right-answer", right));
        }
    }

    private void typed(TypedAnswer typed) {
        typed(typed.typed(), typed.right());
        if (shown.answers()) {
            typed.trouble().ifPresent(key -> add(line(key, "")));
        }
        said(typed.feedback(right()));
    }

    private void said(String markdown) {
        if (!markdown.isBlank() && shown.feedback()) {
            Div said = new Div(text("feedback", markdown));
            said.addClassName("quiz-feedback");
            add(said);
        }
    }

    private Paragraph line(String key, String value) {
        Paragraph line = new Paragraph(getTranslation(key, value));
        line.addClassName("quiz-line-of-answer");
        return line;
    }

    private String judgement(String value) {
        return getTranslation("true".equals(value) ? "assessment.true" : "assessment.false");
    }

    private Component text(String part, String markdown) {
        return texts.prose(place, question.key() + "/" + part, markdown);
    }

    private HtmlElement html(String part, String markdown) {
        return texts.html(place, question.key() + "/" + part, markdown);
    }
}
