package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Grading;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Review.Shown;
import org.collegium.shared.ui.Glyph;

/**
 * What was given and what is right in a question of several parts.
 *
 * @param shown what of it is shown
 * @param texts shows a text, by what it is called and its Markdown
 * @param words texts of the interface by key
 */
record GradedParts(
        Answer answer, Shown shown, BiFunction<String, String, Component> texts, BinaryOperator<String> words) {

    UnorderedList matching(Matching matching) {
        Map<String, String> options = byKey(matching.options());
        UnorderedList list = new UnorderedList();
        list.addClassName("quiz-graded-options");
        for (int i = 0; i < matching.prompts().size(); i++) {
            Prompt prompt = matching.prompts().get(i);
            String given = answer.at(i);
            boolean right = given.equals(prompt.answer());
            Div body = body(texts.apply(prompt.key(), prompt.text()));
            if (shown.answers() && options.containsKey(given)) {
                body.add(line("assessment.match.given", texts.apply(given, options.getOrDefault(given, ""))));
            } else if (shown.answers()) {
                body.add(new Paragraph(words.apply("assessment.no-answer", "")));
            }
            if (prompt.answer() != null && shown.right()) {
                body.add(marks(mark(right)));
                if (!right) {
                    body.add(line(
                            "assessment.match.right",
                            texts.apply(prompt.answer(), options.getOrDefault(prompt.answer(), ""))));
                }
            }
            list.add(item(body, right && shown.right()));
        }
        return list;
    }

    /** In the right order, each with the place where it was put; while the right order is not shown, in the order in which they were put. */
    OrderedList ordering(Ordering ordering) {
        OrderedList list = new OrderedList();
        list.addClassNames("quiz-graded-options", "quiz-graded-order");
        if (!shown.right()) {
            Map<String, String> options = byKey(ordering.options());
            answer.values().stream()
                    .filter(key -> shown.answers() && options.containsKey(key))
                    .forEach(key -> list.add(item(body(texts.apply(key, options.getOrDefault(key, ""))), false)));
            return list;
        }
        for (int i = 0; i < ordering.options().size(); i++) {
            Offer option = ordering.options().get(i);
            int given = answer.values().indexOf(option.key());
            Div body = body(texts.apply(option.key(), option.text()));
            if (given == i && shown.answers()) {
                body.add(marks(mark(true)));
            } else if (given >= 0 && shown.answers()) {
                body.add(marks(new Span(words.apply("assessment.order.given", String.valueOf(given + 1)))));
            }
            list.add(item(body, given == i && shown.answers()));
        }
        return list;
    }

    OrderedList gaps(Cloze cloze) {
        OrderedList list = new OrderedList();
        list.addClassNames("quiz-graded-options", "quiz-graded-order");
        for (int i = 0; i < cloze.gaps().size(); i++) {
            Gap gap = cloze.gaps().get(i);
            String given = answer.at(i);
            double points = Grading.points(gap, Answer.of(given));
            boolean right = points >= gap.points() - 1e-9;
            Div body = body(new Paragraph(words.apply("assessment.gap", String.valueOf(i + 1))));
            if (given.isBlank() && shown.answers()) {
                body.add(new Paragraph(words.apply("assessment.no-answer", "")));
            }
            if (gap instanceof SingleChoice choice) {
                chosen(body, choice, i, given, right);
            } else {
                typed(body, gap, i, given, points, right);
            }
            list.add(item(body, right && gap.keyed() && shown.right()));
        }
        return list;
    }

    private void chosen(Div body, SingleChoice gap, int number, String given, boolean right) {
        Function<Option, Component> text = option -> texts.apply(number + "/" + option.key(), option.text());
        gap.options().stream().filter(option -> option.key().equals(given)).forEach(option -> {
            if (shown.answers()) {
                body.add(line("assessment.match.given", text.apply(option)));
            }
            if (gap.keyed() && shown.right()) {
                body.add(marks(mark(right)));
            }
            said(body, number + "/" + option.key() + "/feedback", option.feedback());
        });
        if (!right && shown.right()) {
            gap.options().stream()
                    .filter(Option::correct)
                    .forEach(option -> body.add(line("assessment.match.right", text.apply(option))));
        }
    }

    private void typed(Div body, Gap gap, int number, String given, double points, boolean right) {
        TypedAnswer typed = new TypedAnswer(gap, given);
        if (!given.isBlank() && shown.answers()) {
            body.add(new Paragraph(words.apply("assessment.your-answer", given)));
        }
        if (!gap.keyed()) {
            return;
        }
        if (!given.isBlank() && shown.right()) {
            body.add(marks(points > 0 && !right ? new Span(words.apply("assessment.partly", "")) : mark(right)));
        }
        if (shown.answers()) {
            typed.trouble().ifPresent(key -> body.add(new Paragraph(words.apply(key, ""))));
        }
        if (shown.right() && (!right || !given.strip().equals(typed.right()))) {
            body.add(new Paragraph(words.apply("assessment.right-answer", typed.right())));
        }
        said(body, number + "/feedback", typed.feedback(right));
    }

    private void said(Div body, String part, String markdown) {
        if (!markdown.isBlank() && shown.feedback()) {
            Div feedback = new Div(texts.apply(part, markdown));
            feedback.addClassName("quiz-feedback");
            body.add(feedback);
        }
    }

    private static Map<String, String> byKey(List<Offer> options) {
        return options.stream().collect(Collectors.toMap(Offer::key, Offer::text));
    }

    private static Div body(Component first) {
        Div body = new Div(first);
        body.addClassName("quiz-option-body");
        return body;
    }

    private static ListItem item(Div body, boolean right) {
        ListItem item = new ListItem(body);
        item.setClassName("quiz-correct", right);
        return item;
    }

    private Div line(String key, Component text) {
        Div line = new Div(new Span(words.apply(key, "")), text);
        line.addClassName("quiz-graded-line");
        return line;
    }

    private static Div marks(Component mark) {
        Div marks = new Div(mark);
        marks.addClassName("quiz-marks");
        return marks;
    }

    private Span mark(boolean right) {
        Span mark = new Span(
                (right ? Glyph.CHECK : Glyph.X).create(),
                new Span(words.apply(right ? "assessment.mark.right" : "assessment.mark.wrong", "")));
        mark.addClassName("quiz-mark");
        return mark;
    }
}
