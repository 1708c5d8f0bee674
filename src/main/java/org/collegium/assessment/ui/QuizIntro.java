package org.collegium.assessment.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.function.Consumer;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.exam.QuizTerms;

/** What awaits the learner, and on what terms. */
final class QuizIntro extends Section {

    private final TextField password = new TextField();
    private final Button start = new Button();

    /** @param begin is given the password, empty where none is asked for */
    QuizIntro(
            ActivityPlace place,
            AskedQuiz quiz,
            QuizTexts texts,
            QuizTerms terms,
            Instant now,
            Consumer<String> begin) {
        addClassName("quiz-intro");
        setAriaLabel(quiz.title());
        if (!quiz.intro().isBlank()) {
            add(texts.prose(place, "intro", quiz.intro()));
        }
        Scores scores = new Scores(getLocale());
        UnorderedList facts = new UnorderedList(
                new ListItem(getTranslation(
                        "assessment.intro.questions", quiz.questions().size(), scores.points(quiz.points()))),
                new ListItem(getTranslation("assessment.intro.pass-mark", scores.percent(quiz.passMark()))),
                new ListItem(getTranslation("assessment.intro.attempts", terms.attempts())),
                new ListItem(getTranslation("assessment.intro.saved")));
        add(facts);
        TermsList times = new TermsList(terms);
        if (times.getComponentCount() > 0) {
            add(times);
        }
        Instant opens = terms.opens();
        Instant closes = terms.closes();
        if (place.preview()) {
            begin(begin);
            add(notice(getTranslation("assessment.preview")));
        } else if (opens != null && terms.early(now)) {
            add(notice(getTranslation("assessment.not-yet", scores.day(opens))));
        } else if (closes != null && terms.late(now)) {
            add(notice(getTranslation("assessment.closed", scores.day(closes))));
        } else {
            if (terms.password()) {
                askForPassword(begin);
            }
            begin(begin);
        }
    }

    /** What was given is not the password. */
    void refuse(String sentence) {
        password.setErrorMessage(sentence);
        password.setInvalid(true);
        password.focus();
        start.setEnabled(true);
    }

    private void askForPassword(Consumer<String> begin) {
        password.setLabel(getTranslation("assessment.password"));
        password.setHelperText(getTranslation("assessment.password.help"));
        password.getElement().setAttribute("autocomplete", "off");
        password.setValueChangeMode(ValueChangeMode.EAGER);
        password.addKeyPressListener(Key.ENTER, enter -> begin.accept(password.getValue()));
        add(password);
    }

    private void begin(Consumer<String> begin) {
        start.setText(getTranslation("assessment.start"));
        start.addClickListener(click -> begin.accept(password.getValue()));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        add(start);
    }

    private static Paragraph notice(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("c-notice");
        return words;
    }
}
