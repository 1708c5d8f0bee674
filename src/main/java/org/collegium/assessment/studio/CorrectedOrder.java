package org.collegium.assessment.studio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Ordering;
import org.collegium.shared.ui.Glyph;

/** The right order of options, each of which can be moved up and down by buttons. */
final class CorrectedOrder extends KeyFields {

    private final transient Ordering question;
    private final transient Texts texts;
    private final List<Offer> order;
    private final OrderedList list = new OrderedList();
    private final Paragraph told = new Paragraph();

    CorrectedOrder(Heading heading, Ordering question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        this.texts = texts;
        order = new ArrayList<>(question.options());
        Paragraph words = new Paragraph(getTranslation("assessment.keys.order.move"));
        words.addClassNames("c-muted", "c-small");
        told.addClassName("c-hidden");
        told.getElement().setAttribute("role", "status");
        add(words, list, told);
        fill();
    }

    private void fill() {
        list.removeAll();
        for (int i = 0; i < order.size(); i++) {
            Div line = new Div(move(i, -1, Glyph.ARROW_UP, "up"), move(i, 1, Glyph.ARROW_DOWN, "down"));
            line.add(texts.of(order.get(i).text()));
            line.addClassName("c-key-option");
            list.add(new ListItem(line));
        }
    }

    private Button move(int place, int by, Glyph glyph, String which) {
        Button button = new Button(glyph.create(), click -> {
            Collections.swap(order, place, place + by);
            fill();
            told.setText(getTranslation("assessment.keys.order.moved", place + by + 1));
            list.getChildren()
                    .skip(place + by)
                    .findFirst()
                    .ifPresent(item -> item.getElement()
                            .executeJs(
                                    "(this.querySelector('[data-move=\"' + $0 + '\"]:not([disabled])')"
                                            + " ?? this.querySelector('vaadin-button:not([disabled])'))?.focus()",
                                    which));
        });
        button.setAriaLabel(getTranslation("assessment.keys.order." + which, place + 1));
        button.addThemeNames("tertiary");
        button.getElement().setAttribute("data-move", which);
        button.setEnabled(place + by >= 0 && place + by < order.size());
        return button;
    }

    @Override
    Question keyed() {
        return new Ordering(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                order,
                question.feedback());
    }
}
