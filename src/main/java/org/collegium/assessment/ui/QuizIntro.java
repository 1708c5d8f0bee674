package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.Entrance;
import org.collegium.assessment.HonourStatement;
import org.collegium.assessment.QuizRules;
import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.exam.QuizTerms;
import org.collegium.shared.ui.Toasts;

/** What awaits the learner, on what terms, and what they agree to before it begins. */
final class QuizIntro extends Section {

    /** Whoever is at the page longer before loads it again. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /**
     * By what has passed, not by the clock of the browser; not all who wait come in the same moment. A computer that has slept did not
     * count meanwhile, which the difference of its two clocks shows.
     */
    private static final String WAITING = """
            const apart = () => Date.now() - performance.now();
            const before = apart();
            const tell = () => this.isConnected && this.dispatchEvent(new CustomEvent('quiz-opens'));
            const back = () => {
              if (!this.isConnected) {
                document.removeEventListener('visibilitychange', back);
              } else if (document.visibilityState === 'visible' && Math.abs(apart() - before) > 2000) {
                tell();
              }
            };
            document.addEventListener('visibilitychange', back);
            setTimeout(tell, $0 + Math.random() * 2000)""";

    private final transient AskedQuiz quiz;
    private final Checkbox agreed = new Checkbox();
    private final TextField password = new TextField();
    private final Button start = new Button();

    /**
     * @param begin is given the password and what was agreed to
     * @param rehearse where the quiz may be rehearsed
     */
    QuizIntro(
            ActivityPlace place,
            AskedQuiz quiz,
            QuizTexts texts,
            QuizTerms terms,
            Instant now,
            Consumer<Entrance> begin,
            Optional<Runnable> rehearse) {
        this.quiz = quiz;
        addClassName("quiz-intro");
        setAriaLabel(quiz.title());
        if (!quiz.intro().isBlank()) {
            add(texts.prose(place, "intro", quiz.intro()));
        }
        add(facts(terms));
        TermsList times = new TermsList(terms);
        if (times.getComponentCount() > 0) {
            add(times);
        }
        ReviewWords.of(quiz.rules().review())
                .ifPresent(review -> add(new Paragraph(getTranslation("assessment.review.lead")), review));
        Scores scores = new Scores(getLocale());
        Instant opens = terms.opens();
        Instant closes = terms.closes();
        if (place.preview()) {
            begin(place, texts, begin, rehearse);
            add(notice(getTranslation(terms.timed() ? "assessment.preview.timed" : "assessment.preview")));
        } else if (opens != null && terms.early(now)) {
            add(notice(getTranslation("assessment.not-yet", scores.day(opens))));
            await(opens, now);
            if (rehearse.isPresent()) {
                add(notice(getTranslation("assessment.rehearsal.not-yet")));
            }
        } else if (closes != null && terms.late(now)) {
            add(notice(getTranslation("assessment.closed", scores.day(closes))));
        } else {
            if (terms.password()) {
                askForPassword(begin);
            }
            begin(place, texts, begin, rehearse);
        }
    }

    /** Whoever waits at the page is let in when the quiz opens. */
    private void await(Instant opens, Instant now) {
        Duration time = Duration.between(now, opens);
        if (time.compareTo(LONGEST_WAIT) < 0) {
            add(ClockLine.untilOpening(opens, now), notice(getTranslation("assessment.wait-here")));
            getElement().executeJs(WAITING, (double) time.toMillis());
            getElement()
                    .addEventListener(
                            "quiz-opens",
                            event -> Optional.ofNullable(findAncestor(QuizPanel.class))
                                    .ifPresent(QuizIntro::again));
        }
    }

    private static void again(QuizPanel panel) {
        if (panel.introduce().start.getParent().isPresent()) {
            Toasts.show(panel.getTranslation("assessment.open-now"));
        }
    }

    /** Stands before what begins the attempt. */
    void tell(Component what) {
        start.getParent().ifPresentOrElse(acts -> addComponentAtIndex(indexOf(acts), what), () -> add(what));
    }

    /** What was given is not the password. */
    void refuse(String sentence) {
        password.setErrorMessage(sentence);
        password.setInvalid(true);
        password.focus();
        start.setEnabled(true);
    }

    private UnorderedList facts(QuizTerms terms) {
        Scores scores = new Scores(getLocale());
        QuizRules rules = quiz.rules();
        UnorderedList facts = new UnorderedList(
                new ListItem(getTranslation(
                        "assessment.intro.questions",
                        quiz.questions().size(),
                        scores.points(quiz.points()),
                        quiz.points())),
                new ListItem(getTranslation("assessment.intro.pass-mark", scores.percent(quiz.passMark()))),
                new ListItem(getTranslation("assessment.intro.attempts", terms.attempts()) + counts(terms)));
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
    private String counts(QuizTerms terms) {
        String which = quiz.rules().counts().name().toLowerCase(Locale.ROOT);
        return terms.attempts() == 1 ? "" : "; " + getTranslation("assessment.counts." + which);
    }

    private void askForPassword(Consumer<Entrance> begin) {
        password.setLabel(getTranslation("assessment.password"));
        password.setHelperText(getTranslation("assessment.password.help"));
        password.getElement().setAttribute("autocomplete", "off");
        password.setValueChangeMode(ValueChangeMode.EAGER);
        password.addKeyPressListener(Key.ENTER, enter -> start(begin));
        add(password);
    }

    private void begin(ActivityPlace place, QuizTexts texts, Consumer<Entrance> begin, Optional<Runnable> rehearse) {
        String honour = quiz.rules().honour();
        if (!honour.isBlank()) {
            add(honour(texts.prose(place, "honour", honour)));
        }
        start.setText(getTranslation("assessment.start"));
        start.addClickListener(click -> start(begin));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        Div acts = acts(rehearse);
        acts.addComponentAsFirst(start);
        add(acts);
    }

    private Div acts(Optional<Runnable> rehearse) {
        Div acts = new Div();
        acts.addClassName("quiz-foot");
        rehearse.ifPresent(round -> {
            Button rehearsal = new Button(getTranslation("assessment.rehearse"), click -> round.run());
            rehearsal.setDisableOnClick(true);
            acts.add(rehearsal);
        });
        return acts;
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

    private void start(Consumer<Entrance> begin) {
        if (!quiz.rules().honour().isBlank() && !agreed.getValue()) {
            agreed.setInvalid(true);
            agreed.focus();
            start.setEnabled(true);
            return;
        }
        String honour = HonourStatement.sha256(quiz.rules().honour());
        begin.accept(new Entrance(password.getValue(), honour));
    }

    private static Paragraph notice(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("c-notice");
        return words;
    }
}
