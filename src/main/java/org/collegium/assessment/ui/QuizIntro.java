package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.QuizRules;
import org.collegium.assessment.QuizRules.Order;

/** What awaits the learner, and what they agree to before it begins. */
final class QuizIntro extends Section {

    private final transient AskedQuiz quiz;
    private final Checkbox agreed = new Checkbox();

    /** @param rehearse where the quiz may be rehearsed */
    QuizIntro(ActivityPlace place, AskedQuiz quiz, QuizTexts texts, Runnable begin, Optional<Runnable> rehearse) {
        this.quiz = quiz;
        addClassName("quiz-intro");
        setAriaLabel(quiz.title());
        if (!quiz.intro().isBlank()) {
            add(texts.prose(place, "intro", quiz.intro()));
        }
        add(facts());
        ReviewWords.of(quiz.rules().review())
                .ifPresent(review -> add(new Paragraph(getTranslation("assessment.review.lead")), review));
        String honour = quiz.rules().honour();
        if (!honour.isBlank()) {
            add(honour(texts.prose(place, "honour", honour)));
        }
        Button start = new Button(getTranslation("assessment.start"));
        start.addClickListener(click -> start(start, begin));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        Div acts = new Div(start);
        acts.addClassName("quiz-foot");
        rehearse.ifPresent(round -> {
            Button rehearsal = new Button(getTranslation("assessment.rehearse"), click -> round.run());
            rehearsal.setDisableOnClick(true);
            acts.add(rehearsal);
        });
        add(acts);
        if (place.preview()) {
            Paragraph preview = new Paragraph(getTranslation("assessment.preview"));
            preview.addClassName("c-notice");
            add(preview);
        }
    }

    private UnorderedList facts() {
        Scores scores = new Scores(getLocale());
        QuizRules rules = quiz.rules();
        UnorderedList facts = new UnorderedList(
                new ListItem(getTranslation(
                        "assessment.intro.questions", quiz.questions().size(), scores.points(quiz.points()))),
                new ListItem(getTranslation("assessment.intro.pass-mark", scores.percent(quiz.passMark()))),
                new ListItem(getTranslation("assessment.intro.attempts", quiz.attempts()) + counts()));
        if (quiz.costly()) {
            facts.add(new ListItem(getTranslation("assessment.intro.costly")));
        }
        if (rules.order() == Order.FORCED) {
            facts.add(new ListItem(getTranslation("assessment.intro.forced")));
        }
        facts.add(new ListItem(getTranslation("assessment.intro.saved")));
        return facts;
    }

    /** Of one attempt there is nothing to choose. */
    private String counts() {
        String which = quiz.rules().counts().name().toLowerCase(Locale.ROOT);
        return quiz.attempts() == 1 ? "" : "; " + getTranslation("assessment.counts." + which);
    }

    private Div honour(Component statement) {
        H2 heading = new H2(getTranslation("assessment.honour"));
        heading.setId("quiz-honour");
        agreed.setLabel(getTranslation("assessment.honour.agree"));
        agreed.setErrorMessage(getTranslation("assessment.honour.needed"));
        agreed.setRequiredIndicatorVisible(true);
        agreed.setManualValidation(true);
        agreed.addValueChangeListener(change -> agreed.setInvalid(false));
        Div honour = new Div(heading, statement, agreed);
        honour.addClassName("quiz-honour");
        honour.getElement().setAttribute("role", "group").setAttribute("aria-labelledby", "quiz-honour");
        return honour;
    }

    private void start(Button start, Runnable begin) {
        if (!quiz.rules().honour().isBlank() && !agreed.getValue()) {
            agreed.setInvalid(true);
            agreed.focus();
            start.setEnabled(true);
            return;
        }
        begin.run();
    }
}
