package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Set;
import org.collegium.assessment.exchange.Alike;
import org.collegium.assessment.exchange.DraftPictures;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.assessment.exchange.ui.QuestionsIn;
import org.collegium.assessment.exchange.ui.QuestionsOut;

/** Where an author brings questions of another platform into a quiz and takes its questions to one. */
final class ExchangePanel extends NativeDetails {

    private final QuestionsIn in;

    ExchangePanel(QuizDesk desk) {
        setSummaryText(getTranslation("assessment.exchange.title"));
        addClassNames("c-column-narrow", "c-exchange");
        in = new QuestionsIn(
                new AtItsEnd(desk),
                getTranslation("assessment.exchange.in"),
                getTranslation("assessment.exchange.in.lead"));
        QuestionsOut out = new QuestionsOut(
                desk::quiz,
                desk::picture,
                desk.name(),
                getTranslation("assessment.exchange.out"),
                getTranslation("assessment.exchange.out.lead"));
        Div content = new Div(in, out);
        content.addClassName("c-studio");
        setContent(content);
    }

    /** What was found, before anything is changed. */
    void show(ReadQuestions found) {
        in.show(found);
    }

    private final class AtItsEnd implements QuestionsIn.Place {

        private final QuizDesk desk;

        private AtItsEnd(QuizDesk desk) {
            this.desk = desk;
        }

        @Override
        public Set<String> taken() {
            return desk.taken();
        }

        @Override
        public DraftPictures beside() {
            return desk::picture;
        }

        @Override
        public Set<String> there(ReadQuestions found) {
            return Alike.among(desk.quiz().questions(), found.asked());
        }

        @Override
        public Runnable add(ReadQuestions found) {
            return desk.add(found);
        }

        @Override
        public String added(int number) {
            String asked = new SectionWords(desk.quiz()).ofLast(number);
            return (getTranslation("assessment.exchange.added", number) + " " + asked).strip();
        }

        @Override
        public String takenBack() {
            return getTranslation("assessment.exchange.undone");
        }
    }
}
