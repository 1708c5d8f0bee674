package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.collegium.assessment.Review;

/**
 * What is still without an answer, or flagged, before an attempt ends, and what is shown after it; {@code frontend/quiz} knows which
 * questions these are.
 */
final class LastLook extends Section {

    /** @param back whether one can still go to a question */
    LastLook(int questions, boolean back, Review review) {
        addClassName("quiz-last-look");
        H2 heading = new H2(getTranslation("assessment.last-look"));
        heading.getElement().setAttribute("tabindex", "-1");
        Paragraph open = new Paragraph();
        open.addClassName("quiz-open");
        add(heading, open);
        if (back) {
            Paragraph flagged = new Paragraph(getTranslation("assessment.last-look.flagged"));
            flagged.addClassName("quiz-flagged");
            add(list(questions, "quiz-unanswered"), flagged, list(questions, "quiz-flagged"));
        }
        Optional<ReviewWords> words = ReviewWords.of(review);
        Paragraph after = new Paragraph(
                getTranslation(words.isPresent() ? "assessment.last-look.after-review" : "assessment.last-look.after"));
        after.addClassName("c-muted");
        add(after);
        words.ifPresent(this::add);
    }

    private UnorderedList list(int questions, String name) {
        UnorderedList list = new UnorderedList();
        list.addClassName(name);
        for (int i = 0; i < questions; i++) {
            String link = getTranslation("assessment.last-look.go", i + 1);
            list.add(new ListItem(new BrowserButton(link, "data-go", String.valueOf(i), "tertiary")));
        }
        return list;
    }
}
