package org.collegium.assessment.ui;

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
import org.collegium.shared.ui.HtmlElement;

/**
 * What was given and what is right in a question of several parts.
 *
 * @param shown what of it is shown
 * @param texts shows a text, by what it is called and its Markdown
 * @param words texts of the interface by key
 */
record GradedParts(
        Answer answer, Shown shown, BiFunction<String, String, HtmlElement> texts, BinaryOperator<String> words) {

    private static final String LIST = "quiz-graded-options";

    HtmlElement matching(Matching matching) {
        Map<String, String> options = byKey(matching.options());
        HtmlElement list = HtmlElement.of("ul", LIST);
        for (int i = 0; i < matching.prompts().size(); i++) {
            Prompt prompt = matching.prompts().get(i);
            String given = answer.at(i);
            boolean right = given.equals(prompt.answer());
            HtmlElement body = body(texts.apply(prompt.key(), prompt.text()));
            if (shown.answers() && options.containsKey(given)) {
                body.add(line("assessment.match.given", texts.apply(given, options.getOrDefault(given, ""))));
            } else if (shown.answers()) {
                body.add(paragraph(words.apply("assessment.no-answer", "")));
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
    HtmlElement ordering(Ordering ordering) {
        HtmlElement list = HtmlElement.of("ol", LIST + " quiz-graded-order");
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
            HtmlElement body = body(texts.apply(option.key(), option.text()));
            if (given == i && shown.answers()) {
                body.add(marks(mark(true)));
            } else if (given >= 0 && shown.answers()) {
                body.add(marks(
                        HtmlElement.of("span").text(words.apply("assessment.order.given", String.valueOf(given + 1)))));
            }
            list.add(item(body, given == i && shown.answers()));
        }
        return list;
    }

    HtmlElement gaps(Cloze cloze) {
        HtmlElement list = HtmlElement.of("ol", LIST + " quiz-graded-order");
        for (int i = 0; i < cloze.gaps().size(); i++) {
            Gap gap = cloze.gaps().get(i);
            String given = answer.at(i);
            double points = Grading.points(gap, Answer.of(given));
            boolean right = points >= gap.points() - 1e-9;
            HtmlElement body = body(paragraph(words.apply("assessment.gap", String.valueOf(i + 1))));
            if (given.isBlank() && shown.answers()) {
                body.add(paragraph(words.apply("assessment.no-answer", "")));
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

    private void chosen(HtmlElement body, SingleChoice gap, int number, String given, boolean right) {
        Function<Option, HtmlElement> text = option -> texts.apply(number + "/" + option.key(), option.text());
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

    private void typed(HtmlElement body, Gap gap, int number, String given, double points, boolean right) {
        TypedAnswer typed = new TypedAnswer(gap, given);
        if (!given.isBlank() && shown.answers()) {
            body.add(paragraph(words.apply("assessment.your-answer", given)));
        }
        if (!gap.keyed()) {
            return;
        }
        if (!given.isBlank() && shown.right()) {
            body.add(marks(
                    points > 0 && !right
                            ? HtmlElement.of("span").text(words.apply("assessment.partly", ""))
                            : mark(right)));
        }
        if (shown.answers()) {
            typed.trouble().ifPresent(key -> body.add(paragraph(words.apply(key, ""))));
        }
        if (shown.right() && (!right || !given.strip().equals(typed.right()))) {
            body.add(paragraph(words.apply("assessment.right-answer", typed.right())));
        }
        said(body, number + "/feedback", typed.feedback(right));
    }

    private void said(HtmlElement body, String part, String markdown) {
        if (!markdown.isBlank() && shown.feedback()) {
            body.add(HtmlElement.of("div", "quiz-feedback").add(texts.apply(part, markdown)));
        }
    }

    private static Map<String, String> byKey(List<Offer> options) {
        return options.stream().collect(Collectors.toMap(Offer::key, Offer::text));
    }

    private static HtmlElement body(HtmlElement first) {
        return HtmlElement.of("div", "quiz-option-body").add(first);
    }

    private static HtmlElement paragraph(String text) {
        return HtmlElement.of("p").text(text);
    }

    private static HtmlElement item(HtmlElement body, boolean right) {
        return (right ? HtmlElement.of("li", "quiz-correct") : HtmlElement.of("li")).add(body);
    }

    private HtmlElement line(String key, HtmlElement text) {
        return HtmlElement.of("div", "quiz-graded-line")
                .add(HtmlElement.of("span").text(words.apply(key, "")))
                .add(text);
    }

    private static HtmlElement marks(HtmlElement mark) {
        return HtmlElement.of("div", "quiz-marks").add(mark);
    }

    private HtmlElement mark(boolean right) {
        return mark(
                right ? Glyph.CHECK : Glyph.X,
                words.apply(right ? "assessment.mark.right" : "assessment.mark.wrong", ""));
    }

    /** A sign with what it says. */
    static HtmlElement mark(Glyph glyph, String text) {
        return HtmlElement.of("span", "quiz-mark")
                .html(glyph.html(""))
                .add(HtmlElement.of("span").text(text));
    }
}
