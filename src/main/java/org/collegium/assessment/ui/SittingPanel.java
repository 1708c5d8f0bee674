package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.QuizRules.Pages;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.assessment.ui.QuestionCard.Numbering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The questions of an attempt and a last look before it is submitted. All of them are in the page, and {@code frontend/quiz} shows
 * one at a time and saves what is answered, so that nobody waits for the server, or loses it, between two questions.
 */
@Tag("c-sitting")
final class SittingPanel extends HtmlContainer {

    private static final Logger LOG = LoggerFactory.getLogger(SittingPanel.class);

    private final ActivityPlace place;
    private final transient QuizTexts texts;
    private final transient Sitting sitting;
    private final transient Clock clock;
    private final transient Consumer<AttemptResult> graded;

    /** @param focus whether the first open question takes the keyboard's focus */
    SittingPanel(
            ActivityPlace place,
            QuizTexts texts,
            Sitting sitting,
            Clock clock,
            Consumer<AttemptResult> graded,
            boolean focus) {
        this.place = place;
        this.texts = texts;
        this.sitting = sitting;
        this.clock = clock;
        this.graded = graded;
        addClassName("quiz-sitting");
        List<AskedQuestion> questions = sitting.quiz().questions();
        sitting.ticket().ifPresent(ticket -> {
            getElement().setAttribute("data-work", ticket.work().toString());
            getElement().setAttribute("data-ticket", ticket.token());
        });
        getElement().setAttribute("data-texts", SittingTexts.of(this, questions.size(), sitting.rehearsal()));
        getElement().setAttribute("data-pages", onePage() ? "all" : "one");
        getElement().setAttribute("data-order", forced() ? "forced" : "free");
        getElement().setAttribute("data-focus", focus);
        getElement()
                .addEventListener(
                        "quiz-submit",
                        event -> submit(event.getEventData()
                                .path("event.detail.answers")
                                .asString("")))
                .addEventData("event.detail.answers");
        getElement()
                .addEventListener(
                        "quiz-expired",
                        event -> sitting.renewed()
                                .ifPresent(ticket -> getElement().callJsFunction("renew", ticket.token())));
        sitting.timed().ifPresent(this::count);
        add(new SavingLine(sitting.ticket().isPresent()), new StepList(questions.size()));
        about().ifPresent(this::add);
        add(middle(questions), told(), foot(), keys());
    }

    /** The browser says when it has heard of another end, and when the time is up; whether it is, is known here. */
    private void count(OpenAttempt attempt) {
        ClockLine line = new ClockLine(attempt.time(), attempt.credits(), clock.instant());
        add(line);
        getElement()
                .addEventListener(
                        "quiz-clock", event -> sitting.now().ifPresent(open -> line.show(open.time(), open.credits())));
        getElement().addEventListener("quiz-over", event -> over(line));
    }

    private void over(ClockLine line) {
        Optional<OpenAttempt> going =
                sitting.now().filter(open -> open.time().endedBy(clock.instant(), null) == EndedBy.LEARNER);
        if (going.isEmpty()) {
            submit("{}");
            return;
        }
        going.ifPresent(open -> line.show(open.time(), open.credits()));
        getElement().callJsFunction("goOn");
    }

    private boolean onePage() {
        return sitting.quiz().rules().pages() == Pages.ALL;
    }

    private boolean forced() {
        return sitting.quiz().rules().order() == Order.FORCED;
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

    /** All questions, or the first without an answer. Of where one may not go back the browser knows how far one was. */
    private Div middle(List<AskedQuestion> questions) {
        int first = IntStream.range(0, questions.size())
                .filter(i -> !sitting.answered(questions.get(i).key()))
                .findFirst()
                .orElse(0);
        Div middle = new Div();
        middle.addClassName("quiz-middle");
        for (int i = 0; i < questions.size(); i++) {
            AskedQuestion question = questions.get(i);
            int index = i;
            sitting.quiz().begins(question).ifPresent(section -> {
                SectionHead head = new SectionHead(place, texts, section, index);
                boolean here =
                        first >= index && first < index + section.questions().size();
                head.getElement().setAttribute("hidden", !onePage() && !here);
                middle.add(head);
            });
            QuestionCard card = new QuestionCard(place, texts, question, numbering(i), sitting.saved(question.key()));
            card.getElement().setAttribute("hidden", !onePage() && i != first);
            middle.add(card);
        }
        LastLook look =
                new LastLook(questions.size(), !forced(), sitting.quiz().rules().review());
        look.getElement().setAttribute("hidden", true);
        middle.add(look);
        return middle;
    }

    private Numbering numbering(int index) {
        AskedQuiz quiz = sitting.quiz();
        return new Numbering(
                index + 1, quiz.questions().size(), !quiz.sections().isEmpty(), !forced());
    }

    private Div foot() {
        BrowserButton review = button("assessment.finish", "data-next", "look", "primary");
        BrowserButton back = button("assessment.back", "data-back", "", "");
        BrowserButton submit = button("assessment.submit", "data-submit", "look", "primary");
        List.of(review, back, submit).forEach(button -> button.getElement().setAttribute("hidden", true));
        Div foot = new Div(
                button("assessment.previous", "data-previous", "", ""),
                button("assessment.next", "data-next", "question", "primary"),
                review,
                back,
                submit);
        foot.addClassName("quiz-foot");
        return foot;
    }

    private BrowserButton button(String text, String act, String which, String theme) {
        return new BrowserButton(getTranslation(text), act, which, theme);
    }

    private static Paragraph told() {
        Paragraph told = new Paragraph();
        told.addClassNames("quiz-told", "c-notice");
        told.getElement().setAttribute("role", "status").setAttribute("hidden", true);
        return told;
    }

    private Paragraph keys() {
        Paragraph keys = new Paragraph(getTranslation("assessment.keys"));
        keys.addClassNames("quiz-keys", "c-muted", "c-small");
        return keys;
    }

    private void submit(String tried) {
        try {
            sitting.submit(tried).ifPresentOrElse(graded, () -> getElement().callJsFunction("notSubmitted"));
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("An attempt was not submitted", unreachable);
            getElement().callJsFunction("notSubmitted");
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("customElements.whenDefined('c-sitting').then(() => this.open())");
    }
}
