package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuiz;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.QuizRules.Pages;
import org.collegium.assessment.Review;
import org.collegium.assessment.exam.AttemptTime;
import org.collegium.assessment.exam.EndedBy;
import org.collegium.assessment.ui.QuestionCard.Numbering;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.SiteFiles;
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

    /** What is answered in knows its value once the browser knows what it is. */
    private static final String OPENING = """
            Promise.all([this, ...this.querySelectorAll('[data-answer]:not(:defined)')]
                .map((element) => customElements.whenDefined(element.localName))).then(() => this.open())""";

    private static final String ANSWERS = "event.detail.answers";

    private final ActivityPlace place;
    private final transient QuizTexts texts;
    private final transient Sitting sitting;
    private final transient Clock clock;
    private final transient Graded graded;

    /** What an author tries is not recorded, nor what a learner rehearses. */
    enum Kind {
        ATTEMPT,
        REHEARSAL,
        TRIAL
    }

    /** Where the result goes. */
    interface Graded {

        /** @param timeUp whether the browser says that the clock has ended it */
        void show(AttemptResult result, boolean timeUp);
    }

    /**
     * @param trace where the browser tells what happens; empty where nothing is kept
     * @param focus whether the first open question takes the keyboard's focus
     */
    SittingPanel(
            ActivityPlace place,
            QuizTexts texts,
            Sitting sitting,
            Optional<String> trace,
            Clock clock,
            Graded graded,
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
            trace.ifPresent(address -> getElement().setAttribute("data-trace", address));
        });
        getElement().setAttribute("data-texts", SittingTexts.of(this, questions.size(), kind()));
        getElement().setAttribute("data-pages", onePage() ? "all" : "one");
        getElement().setAttribute("data-order", forced() ? "forced" : "free");
        getElement().setAttribute("data-focus", focus);
        getElement()
                .addEventListener(
                        "quiz-submit",
                        event -> submit(event.getEventData().path(ANSWERS).asString(""), false))
                .addEventData(ANSWERS);
        getElement()
                .addEventListener(
                        "quiz-expired",
                        event -> sitting.renewed()
                                .ifPresent(ticket -> getElement().callJsFunction("renew", ticket.token())));
        sitting.timed().ifPresent(this::count);
        Div parts = new Div();
        parts.addClassName("quiz-parts");
        parts.getElement().setProperty("innerHTML", parts(questions));
        add(parts);
    }

    /**
     * The browser says when it has heard of another end, and when the time is up; whether it is, is known here. The clock of a trial
     * is only counted in the browser.
     */
    private void count(AttemptTime time) {
        ClockLine line = new ClockLine(kind(), time, sitting.credits(), clock.instant());
        add(line);
        getElement()
                .addEventListener(
                        "quiz-clock", event -> sitting.now().ifPresent(open -> line.show(open.time(), open.credits())));
        getElement()
                .addEventListener(
                        "quiz-over",
                        event -> over(line, event.getEventData().path(ANSWERS).asString("")))
                .addEventData(ANSWERS);
    }

    private void over(ClockLine line, String tried) {
        Optional<OpenAttempt> going =
                sitting.now().filter(open -> open.time().endedBy(clock.instant(), null) == EndedBy.LEARNER);
        if (going.isEmpty()) {
            submit(tried, true);
            return;
        }
        going.ifPresent(open -> line.show(open.time(), open.credits()));
        getElement().callJsFunction("goOn");
    }

    private Kind kind() {
        return sitting.attempt().isPresent() ? Kind.ATTEMPT : sitting.rehearsal() ? Kind.REHEARSAL : Kind.TRIAL;
    }

    private boolean onePage() {
        return sitting.quiz().rules().pages() == Pages.ALL;
    }

    private boolean forced() {
        return sitting.quiz().rules().order() == Order.FORCED;
    }

    /** What is around the questions, and they themselves, as HTML of which the server keeps nothing. */
    private String parts(List<AskedQuestion> questions) {
        boolean saves = sitting.ticket().isPresent();
        return Prepared.text(
                        new Above(saves, questions.size(), getLocale()),
                        () -> SavingLine.of(saves).toString() + StepList.of(questions.size()))
                + about().map(HtmlElement::toString).orElse("")
                + middle(questions)
                + Prepared.text(new Below(getLocale()), this::below);
    }

    /** What stands above the questions depends on this. */
    private record Above(boolean saves, int questions, Locale language) {}

    private record Below(Locale language) {}

    private String below() {
        return HtmlElement.of("p", "quiz-told c-notice").with("role", "status")
                + foot().toString()
                + HtmlElement.of("p", "quiz-keys c-muted c-small").text(getTranslation("assessment.keys"));
    }

    /** What the questions are about can be read again beside each of them. */
    private Optional<HtmlElement> about() {
        return Optional.of(sitting.quiz().intro())
                .filter(intro -> !intro.isBlank())
                .map(intro -> HtmlElement.of("details", "quiz-about")
                        .add(HtmlElement.of("summary").text(getTranslation("assessment.about")))
                        .add(HtmlElement.of("div").add(texts.html(place, "intro", intro))));
    }

    /** All questions, or the first without an answer. Of where one may not go back the browser knows how far one was. */
    private HtmlElement middle(List<AskedQuestion> questions) {
        int first = IntStream.range(0, questions.size())
                .filter(i -> !sitting.answered(questions.get(i).key()))
                .findFirst()
                .orElse(0);
        HtmlElement middle = HtmlElement.of("div", "quiz-middle");
        for (int i = 0; i < questions.size(); i++) {
            AskedQuestion question = questions.get(i);
            int index = i;
            sitting.quiz().begins(question).ifPresent(section -> {
                boolean here =
                        first >= index && first < index + section.questions().size();
                middle.add(SectionHead.of(place, texts, section, index, onePage() || here));
            });
            middle.add(new QuestionCard(place, texts, question, numbering(i))
                    .html(sitting.saved(question.key()), onePage() || i == first));
        }
        return middle.add(LastLook.of(
                questions.size(),
                !forced(),
                sitting.attempt().isPresent(),
                place.preview() ? Review.USUAL : sitting.quiz().rules().review()));
    }

    private Numbering numbering(int index) {
        AskedQuiz quiz = sitting.quiz();
        return new Numbering(
                index + 1, quiz.questions().size(), !quiz.sections().isEmpty(), !forced());
    }

    private HtmlElement foot() {
        return HtmlElement.of("div", "quiz-foot")
                .add(button("assessment.previous", "data-previous", "", ""))
                .add(button("assessment.next", "data-next", "question", "primary"))
                .add(button("assessment.finish", "data-next", "look", "primary").with("hidden", true))
                .add(button("assessment.back", "data-back", "", "").with("hidden", true))
                .add(button("assessment.submit", "data-submit", "look", "primary")
                        .with("hidden", true));
    }

    private HtmlElement button(String text, String act, String which, String theme) {
        return BrowserButton.of(getTranslation(text), act, which, theme);
    }

    private void submit(String tried, boolean timeUp) {
        try {
            sitting.submit(tried)
                    .ifPresentOrElse(
                            result -> graded.show(result, timeUp),
                            () -> getElement().callJsFunction("notSubmitted"));
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("An attempt was not submitted", unreachable);
            getElement().callJsFunction("notSubmitted");
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
        getElement().executeJs(OPENING);
    }
}
