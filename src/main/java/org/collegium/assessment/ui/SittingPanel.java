package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.SaveResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The questions of an attempt, one at a time, then a last look before it is submitted. */
final class SittingPanel extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(SittingPanel.class);

    private final ActivityPlace place;
    private final transient QuizTexts texts;
    private final transient Sitting sitting;
    private final Consumer<AttemptResult> graded;
    private final Runnable submittedElsewhere;
    private final List<AskedQuestion> questions;
    private final StepList steps;
    private final Div middle = new Div();
    private final Div foot = new Div();
    private int current;

    SittingPanel(
            ActivityPlace place,
            QuizTexts texts,
            Sitting sitting,
            Consumer<AttemptResult> graded,
            Runnable submittedElsewhere) {
        this.place = place;
        this.texts = texts;
        this.sitting = sitting;
        this.graded = graded;
        this.submittedElsewhere = submittedElsewhere;
        this.questions = sitting.quiz().questions();
        this.steps = new StepList(sitting, index -> ask(index, true));
        addClassName("quiz-sitting");
        middle.addClassName("quiz-middle");
        foot.addClassName("quiz-foot");
        Paragraph keys = new Paragraph(getTranslation("assessment.keys"));
        keys.addClassNames("quiz-keys", "c-muted", "c-small");
        add(steps);
        about().ifPresent(this::add);
        add(middle, foot, keys);
    }

    /** What the questions are about can be read again beside each of them. */
    private Optional<Component> about() {
        String intro = sitting.quiz().intro();
        if (intro.isBlank()) {
            return Optional.empty();
        }
        NativeDetails about = new NativeDetails(getTranslation("assessment.about"));
        about.setContent(texts.prose(place, "intro", intro));
        about.addClassName("quiz-about");
        return Optional.of(about);
    }

    /** Shows the first question without an answer. */
    void begin(boolean focus) {
        ask(
                IntStream.range(0, questions.size())
                        .filter(i -> !sitting.answered(questions.get(i).key()))
                        .findFirst()
                        .orElse(0),
                focus);
    }

    private void ask(int index, boolean focus) {
        current = index;
        AskedQuestion question = questions.get(index);
        middle.removeAll();
        QuestionCard[] card = new QuestionCard[1];
        card[0] = new QuestionCard(
                place,
                texts,
                question,
                index + 1,
                questions.size(),
                sitting.answer(question.key()),
                sitting.savedAt(question.key()),
                answer -> save(question, answer, card[0]));
        middle.add(card[0]);
        steps.show(index);
        foot.removeAll();
        Button previous = new Button(getTranslation("assessment.previous"), click -> ask(current - 1, true));
        previous.setEnabled(index > 0);
        boolean last = index == questions.size() - 1;
        Button next = new Button(getTranslation(last ? "assessment.finish" : "assessment.next"), click -> goOn());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.getElement().setAttribute("data-next", true);
        foot.add(previous, next);
        if (focus) {
            card[0].focus();
        }
    }

    private void goOn() {
        if (current < questions.size() - 1) {
            ask(current + 1, true);
        } else {
            lastLook();
        }
    }

    private void save(AskedQuestion question, Answer answer, QuestionCard card) {
        try {
            switch (sitting.save(question.key(), answer)) {
                case SaveResult.Saved(Instant at) -> card.saved(at, answer);
                case SaveResult.AlreadySubmitted() -> submittedElsewhere.run();
                case SaveResult.NotOpen() -> {
                    card.failed();
                    card.add(new Paragraph(getTranslation("assessment.not-open")));
                }
            }
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("An answer was not saved", unreachable);
            card.failed();
        }
        steps.show(current);
    }

    private void lastLook() {
        middle.removeAll();
        foot.removeAll();
        steps.show(-1);
        LastLook look = new LastLook(sitting, index -> ask(index, true));
        middle.add(look);
        Button back = new Button(getTranslation("assessment.back"), click -> ask(questions.size() - 1, true));
        Button submit = new Button(getTranslation("assessment.submit"), click -> graded.accept(sitting.submit()));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        foot.add(back, submit);
        look.focus();
    }
}
