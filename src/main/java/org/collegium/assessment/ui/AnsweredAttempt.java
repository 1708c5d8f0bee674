package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptResult;

/** Every question of a graded attempt with its answer, as its learner sees it when everything is shown. */
final class AnsweredAttempt extends Div {

    /** @param unnamed questions whose answers are not shown beside a name */
    AnsweredAttempt(ActivityPlace place, QuizTexts texts, AttemptResult result, Set<String> unnamed) {
        addClassNames("quiz", "quiz-preview");
        OrderedList list = new OrderedList();
        list.addClassName("quiz-answers");
        List<AskedQuestion> asked = result.asked().questions();
        for (int i = 0; i < asked.size(); i++) {
            AskedQuestion question = asked.get(i);
            ListItem item = new ListItem();
            result.asked().begins(question).ifPresent(section -> item.add(titled(section)));
            item.add(
                    unnamed.contains(question.key())
                            ? unnamed(place, texts, question, i + 1)
                            : new AnsweredArticle(new AnsweredQuestion(place, texts, result, question, i + 1)));
            list.add(item);
        }
        add(list);
        ResultReceipts.of(result, getLocale()).ifPresent(this::add);
    }

    private static Paragraph titled(AskedQuiz.Section section) {
        Paragraph title = new Paragraph(section.title());
        title.addClassName("quiz-section-title");
        return title;
    }

    private Article unnamed(ActivityPlace place, QuizTexts texts, AskedQuestion question, int number) {
        Header head = new Header(new H3(getTranslation("assessment.question.short", number)));
        head.addClassName("quiz-question-head");
        Paragraph why = new Paragraph(getTranslation("assessment.looked.unnamed"));
        why.addClassName("c-notice");
        Article shown = new Article(head, texts.prose(place, question.key() + "/stem", question.stem()), why);
        shown.addClassName("quiz-answered");
        return shown;
    }
}
