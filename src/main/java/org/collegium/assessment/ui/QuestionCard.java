package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AskedQuestion.Fill;
import org.collegium.assessment.AskedQuestion.Program;
import org.collegium.assessment.AskedQuestion.TypeNumber;
import org.collegium.assessment.AskedQuestion.TypeWords;
import org.collegium.assessment.AskedQuestion.Write;
import org.collegium.assessment.OptionPlaces;
import org.collegium.assessment.SavedAnswer;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;

/** One question with its field; {@code frontend/quiz} saves the answer and says in words whether it is saved. */
final class QuestionCard {

    private final ActivityPlace place;
    private final QuizTexts texts;
    private final AskedQuestion asked;
    private final AskedQuestion question;
    private final Numbering numbering;

    QuestionCard(ActivityPlace place, QuizTexts texts, AskedQuestion asked, Numbering numbering) {
        this.place = place;
        this.texts = texts;
        this.asked = asked;
        this.question = OptionPlaces.shown(asked);
        this.numbering = numbering;
    }

    /**
     * Where a question stands.
     *
     * @param number from 1
     * @param below whether it is below a section
     * @param back whether one can come back to it
     */
    record Numbering(int number, int total, boolean below, boolean back) {}

    /** What code runs on may become another while the platform runs, so that such a question is never prepared. */
    HtmlElement html(Optional<SavedAnswer> saved, boolean shown) {
        HtmlElement card = HtmlElement.of("c-question", "quiz-question")
                .with("data-key", question.key())
                .with("data-longest", String.valueOf(question.longest()))
                .with("hidden", !shown);
        saved.ifPresent(kept -> card.with("data-revision", String.valueOf(kept.revision()))
                .with("data-saved", kept.savedAt().toString()));
        return card.html(
                saved.isPresent() || place.preview() || question.form() instanceof Program
                        ? content(saved.map(SavedAnswer::answer)
                                .map(answer -> OptionPlaces.shown(asked, answer))
                                .orElse(Answer.NONE))
                        : unanswered());
    }

    /** Everything on which an unanswered question depends. */
    private record Unanswered(
            AskedQuestion question, Numbering numbering, String version, String unit, String sha256, Locale language) {}

    private String unanswered() {
        Locale language = UI.getCurrent().getLocale();
        Unanswered key = new Unanswered(
                question, numbering, String.valueOf(place.version()), place.unitKey(), place.sha256(), language);
        return Prepared.text(key, () -> content(Answer.NONE));
    }

    private String content(Answer answer) {
        String stemId = "quiz-stem-" + question.key();
        HtmlElement stem =
                texts.html(place, question.key() + "/stem", question.stem()).with("id", stemId);
        HtmlElement field = new AnswerFields(
                        choice -> texts.html(place, question.key() + "/" + choice.key(), choice.text()),
                        stemId,
                        texts.bench())
                .field(question, stem, answer);
        HtmlElement content = HtmlElement.of("div").add(head());
        if (!(question.form() instanceof Fill)) {
            content.add(stem);
        }
        return content.add(group(field, stemId)).add(FateLine.of("quiz-state")).content();
    }

    private HtmlElement head() {
        HtmlElement head = HtmlElement.of("header", "quiz-question-head")
                .add(HtmlElement.of(numbering.below() ? "h3" : "h2")
                        .with("tabindex", "-1")
                        .text(
                                numbering.total() == 1
                                        ? translate("assessment.question.only")
                                        : translate("assessment.question", numbering.number(), numbering.total())))
                .add(HtmlElement.of("span", "c-muted c-small").text(worth()));
        return numbering.back() ? head.add(flag()) : head;
    }

    private String worth() {
        if (!question.counts()) {
            return translate("assessment.not-counted");
        }
        Scores scores = new Scores(UI.getCurrent().getLocale());
        String points = translate("assessment.points", scores.points(question.points()), question.points());
        return question.costs() > 0
                ? translate("assessment.points.costly", points, scores.points(question.costs()))
                : points;
    }

    /** One comes back to a question that is flagged; {@code frontend/quiz} keeps it. */
    private HtmlElement flag() {
        return HtmlElement.of("button", "quiz-flag")
                .with("type", "button")
                .with("data-flag", true)
                .with("aria-pressed", "false")
                .with("aria-label", translate("assessment.flag.of", numbering.number()))
                .html(Glyph.FLAG.html(""))
                .add(HtmlElement.of("span").text(translate("assessment.flag")));
    }

    /** A visible label says what a field is for, the group around it what is asked. */
    private HtmlElement group(HtmlElement field, String stemId) {
        HtmlElement group = HtmlElement.of("div").add(field);
        return switch (question.form()) {
            case TypeNumber _, TypeWords _, Write _ ->
                group.with("role", "group").with("aria-labelledby", stemId);
            default -> group;
        };
    }
}
