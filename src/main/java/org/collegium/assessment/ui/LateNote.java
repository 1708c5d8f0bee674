package org.collegium.assessment.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.assessment.LateAnswer;

/**
 * Which answers came after the attempt had ended. What still waits in this browser, as after a reload without a network, it hands over first
 * ({@code frontend/quiz}), so that it is said on every other device too.
 */
@Tag("c-late")
final class LateNote extends HtmlContainer {

    private final List<String> order;
    private final transient Supplier<List<LateAnswer>> anew;

    /**
     * @param order keys of the questions
     * @param anew what is known once the browser has handed over what it had
     */
    LateNote(List<String> order, List<LateAnswer> late, WorkTicket ended, Supplier<List<LateAnswer>> anew) {
        this.order = List.copyOf(order);
        this.anew = anew;
        getElement().setAttribute("role", "status");
        getElement().setAttribute("data-work", ended.work().toString());
        getElement().setAttribute("data-ticket", ended.token());
        getElement().addEventListener("late-told", event -> show(this.anew.get()));
        show(late);
    }

    private void show(List<LateAnswer> late) {
        removeAll();
        setClassName("c-notice", !late.isEmpty());
        if (late.isEmpty()) {
            return;
        }
        Scores scores = new Scores(getLocale());
        String numbers =
                late.stream().map(this::number).sorted().map(String::valueOf).collect(Collectors.joining(", "));
        UnorderedList list = new UnorderedList();
        late.forEach(answer -> list.add(
                new ListItem(getTranslation("assessment.missed.at", number(answer), scores.second(answer.at())))));
        add(new Div(new Paragraph(getTranslation("assessment.missed", numbers, late.size())), list));
    }

    private int number(LateAnswer answer) {
        return order.indexOf(answer.question()) + 1;
    }
}
