package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;

/** Whether the answers of an attempt are saved, all together, and the receipts; {@code frontend/quiz} fills it. */
final class SavingLine extends Div {

    /** @param saves whether anything is saved; it is not when an author tries the quiz */
    SavingLine(boolean saves) {
        addClassName("quiz-saving-bar");
        NativeButton toResult = new NativeButton(getTranslation("assessment.to-result"));
        toResult.addClassNames("quiz-to-result", "c-button");
        toResult.getElement().setAttribute("data-submit", "ended").setAttribute("hidden", true);
        OrderedList receipts = new OrderedList();
        Paragraph what = new Paragraph(getTranslation("assessment.receipts.what"));
        what.addClassName("c-muted");
        NativeDetails details = new NativeDetails(getTranslation("assessment.receipts"), new Div(what, receipts));
        details.addClassNames("quiz-receipts", "c-small");
        Div spoken = new Div();
        spoken.addClassNames("quiz-spoken", "c-hidden");
        spoken.getElement().setAttribute("aria-live", "polite");
        add(new FateLine("quiz-saving"), toResult, spoken);
        if (saves) {
            add(details);
        }
    }
}
