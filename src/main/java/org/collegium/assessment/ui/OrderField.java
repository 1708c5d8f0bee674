package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Order;
import org.collegium.shared.ui.Glyph;

/**
 * Things to put into order, by buttons or by dragging. The browser moves them ({@code frontend/quiz/ordering.ts}) and has
 * their keys in order as its property {@code answers}, which is empty until something was moved.
 */
@Tag("c-ordering")
final class OrderField extends HtmlContainer {

    private final Set<String> keys;

    OrderField(Order form, String name, Function<Choice, Component> texts, Answer answer) {
        keys = form.options().stream().map(Choice::key).collect(Collectors.toSet());
        addClassName("quiz-order");
        getElement().setAttribute("data-answer", true);
        getElement().setAttribute("data-moved", getTranslation("assessment.order.moved", "{0}", "{1}"));
        getElement().setAttribute("data-given", isOrder(answer.values()));
        OrderedList list = new OrderedList();
        inOrder(form.options(), answer).forEach(option -> list.add(item(option, name, texts)));
        Paragraph said = new Paragraph();
        said.addClassName("c-hidden");
        said.getElement().setAttribute("role", "status");
        add(list, said);
    }

    private boolean isOrder(List<String> given) {
        return given.size() == keys.size() && keys.equals(Set.copyOf(given));
    }

    private List<Choice> inOrder(List<Choice> options, Answer answer) {
        return isOrder(answer.values())
                ? answer.values().stream()
                        .flatMap(key ->
                                options.stream().filter(option -> option.key().equals(key)))
                        .toList()
                : options;
    }

    private ListItem item(Choice option, String name, Function<Choice, Component> texts) {
        String id = name + "-" + option.key();
        Div words = new Div(texts.apply(option));
        words.setId(id);
        Span grip = new Span(Glyph.GRIP_VERTICAL.create());
        grip.addClassName("quiz-order-grip");
        grip.getElement().setAttribute("aria-hidden", "true");
        Div moves = new Div(
                button("up", "assessment.order.up", Glyph.ARROW_UP, id),
                button("down", "assessment.order.down", Glyph.ARROW_DOWN, id));
        moves.addClassName("quiz-order-moves");
        ListItem item = new ListItem(grip, words, moves);
        item.getElement().setAttribute("data-key", option.key());
        return item;
    }

    /** Its name is what it does and with what. */
    private NativeButton button(String way, String key, Glyph glyph, String id) {
        NativeButton button = new NativeButton();
        button.add(glyph.create());
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("data-move", way);
        button.setId(id + "-" + way);
        button.setAriaLabel(getTranslation(key));
        button.setAriaLabelledBy(id + "-" + way + " " + id);
        return button;
    }
}
