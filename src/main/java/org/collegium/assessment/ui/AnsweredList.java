package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptResult;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.SiteFiles;

/** The graded questions of an attempt. Of those below which nothing can be done the server keeps only the text. */
final class AnsweredList extends OrderedList {

    /** @param below what stands below each question, by its number from 0 */
    AnsweredList(ActivityPlace place, QuizTexts texts, AttemptResult result, IntFunction<Optional<Component>> below) {
        addClassName("quiz-answers");
        List<AskedQuestion> asked = result.asked().questions();
        for (int i = 0; i < asked.size(); i++) {
            AskedQuestion question = asked.get(i);
            AnsweredQuestion answered = new AnsweredQuestion(place, texts, result, question, i + 1);
            String title =
                    result.asked().begins(question).map(AnsweredList::title).orElse("");
            add(below.apply(i).map(act -> item(title, answered, act)).orElseGet(() -> item(title + answered.html())));
        }
    }

    private static String title(AskedQuiz.Section section) {
        return HtmlElement.of("p", "quiz-section-title").text(section.title()).toString();
    }

    private static ListItem item(String text) {
        ListItem item = new ListItem();
        item.getElement().setProperty("innerHTML", text);
        return item;
    }

    private static ListItem item(String title, AnsweredQuestion answered, Component act) {
        ListItem item = new ListItem();
        if (!title.isEmpty()) {
            item.add(new Html(title));
        }
        item.add(new AnsweredArticle(answered, act));
        return item;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
    }
}
