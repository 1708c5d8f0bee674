package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;

/** What is still without an answer, before an attempt ends; {@code frontend/quiz} knows which questions these are. */
final class LastLook extends Section {

    LastLook(int questions) {
        addClassName("quiz-last-look");
        H2 heading = new H2(getTranslation("assessment.last-look"));
        heading.getElement().setAttribute("tabindex", "-1");
        Paragraph open = new Paragraph();
        open.addClassName("quiz-open");
        UnorderedList list = new UnorderedList();
        list.addClassName("quiz-unanswered");
        for (int i = 0; i < questions; i++) {
            String link = getTranslation("assessment.last-look.go", i + 1);
            list.add(new ListItem(new BrowserButton(link, "data-go", String.valueOf(i), "tertiary")));
        }
        Paragraph after = new Paragraph(getTranslation("assessment.last-look.after"));
        after.addClassName("c-muted");
        add(heading, open, list, after);
    }
}
