package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import org.collegium.shared.ui.SiteFiles;

/** Shows a graded question, of which the server keeps only the text. */
final class AnsweredArticle extends Article {

    AnsweredArticle(AnsweredQuestion question) {
        addClassName(AnsweredQuestion.NAME);
        getElement().setProperty("innerHTML", question.content());
    }

    /** @param below stands at its end */
    AnsweredArticle(AnsweredQuestion question, Component below) {
        addClassName(AnsweredQuestion.NAME);
        Div text = new Div();
        text.addClassName("quiz-answered-text");
        text.getElement().setProperty("innerHTML", question.content());
        add(text, below);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
        event.getUI().getPage().addJsModule(SiteFiles.QUIZ);
    }
}
