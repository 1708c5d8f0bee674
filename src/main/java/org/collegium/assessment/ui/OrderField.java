package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Order;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;

/**
 * Things to put into order, by buttons or by dragging. The browser moves them ({@code frontend/quiz/ordering.ts}) and has
 * their keys in order as its property {@code answers}, which is empty until something was moved.
 */
final class OrderField {

    private OrderField() {}

    /** @param name begins the ids of the things, and is the id of what names them together */
    static HtmlElement of(Order form, String name, Function<Choice, HtmlElement> texts, Answer answer) {
        boolean given = isOrder(form.options(), answer.values());
        HtmlElement list = HtmlElement.of("ol");
        (given ? inOrder(form.options(), answer) : form.options())
                .forEach(option -> list.add(item(option, name, texts)));
        return HtmlElement.of("c-ordering", "quiz-order")
                .with("role", "group")
                .with("aria-labelledby", name)
                .with("data-answer", true)
                .with("data-moved", translate("assessment.order.moved", "{0}", "{1}"))
                .with("data-given", given)
                .add(list)
                .add(HtmlElement.of("p", "c-hidden").with("role", "status"));
    }

    private static boolean isOrder(List<Choice> options, List<String> given) {
        Set<String> keys = options.stream().map(Choice::key).collect(Collectors.toSet());
        return given.size() == keys.size() && keys.equals(Set.copyOf(given));
    }

    private static List<Choice> inOrder(List<Choice> options, Answer answer) {
        return answer.values().stream()
                .flatMap(key -> options.stream().filter(option -> option.key().equals(key)))
                .toList();
    }

    private static HtmlElement item(Choice option, String name, Function<Choice, HtmlElement> texts) {
        String id = name + "-" + option.key();
        return HtmlElement.of("li")
                .with("data-key", option.key())
                .add(HtmlElement.of("span", "quiz-order-grip")
                        .with("aria-hidden", "true")
                        .html(Glyph.GRIP_VERTICAL.html("")))
                .add(HtmlElement.of("div").with("id", id).add(texts.apply(option)))
                .add(HtmlElement.of("div", "quiz-order-moves")
                        .add(button("up", "assessment.order.up", Glyph.ARROW_UP, id))
                        .add(button("down", "assessment.order.down", Glyph.ARROW_DOWN, id)));
    }

    /** Its name is what it does and with what. */
    private static HtmlElement button(String way, String key, Glyph glyph, String id) {
        String own = id + "-" + way;
        return HtmlElement.of("button")
                .with("type", "button")
                .with("data-move", way)
                .with("id", own)
                .with("aria-label", translate(key))
                .with("aria-labelledby", own + " " + id)
                .html(glyph.html(""));
    }
}
