package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.collegium.assessment.Answer;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.Mark;
import org.collegium.assessment.Question;
import org.collegium.assessment.Review.Shown;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.WordLimits;
import org.collegium.shared.ui.HtmlElement;

/**
 * What a person marks: what was written or handed in, and what came of it.
 *
 * @param texts shows Markdown, told a name that no other text of the question has
 */
record MarkedText(Shown shown, BiFunction<String, String, HtmlElement> texts) {

    private static final double NEARLY = 1e-9;

    /** @param marks that count; none while it waits */
    HtmlElement of(Question question, Answer answer, List<Mark> marks) {
        HtmlElement marked = HtmlElement.of("div", "quiz-marked");
        if (!answer.empty() && shown.answers()) {
            marked.add(handedIn(question, answer));
        }
        for (int i = 0; i < marks.size(); i++) {
            if (marks.size() > 1) {
                marked.add(HtmlElement.of("h4").text(translate("assessment.mark.of", i + 1, marks.size())));
            }
            marked.add(mark(question.rubric(), marks.get(i), "mark" + i));
        }
        if (marks.isEmpty() && !question.rubric().none() && question.rubric().shown()) {
            marked.add(RubricTable.html(question.rubric(), named("rubric")));
        }
        return marked;
    }

    private static List<HtmlElement> handedIn(Question question, Answer answer) {
        if (question instanceof FileUpload) {
            return List.of(FileList.html(FileUpload.of(answer)));
        }
        return List.of(
                WrittenText.html(answer.text()),
                muted(translate("assessment.words.yours", WordLimits.count(answer.text()))));
    }

    /** Which levels were chosen tells the points; what they say is feedback. */
    private List<HtmlElement> mark(Rubric rubric, Mark mark, String name) {
        List<HtmlElement> said = new ArrayList<>();
        if (!rubric.none() && shown.feedback()) {
            Map<String, String> levels = shown.score() ? mark.levels() : Map.of();
            said.add(RubricTable.html(rubric, named(name), levels));
            if (shown.score() && Math.abs(rubric.points(mark.levels()) - mark.points()) > NEARLY) {
                Scores scores = new Scores(UI.getCurrent().getLocale());
                said.add(muted(translate(
                        mark.levels().isEmpty() ? "assessment.mark.whole" : "assessment.mark.otherwise",
                        scores.points(mark.points()),
                        mark.points())));
            }
        }
        if (!mark.comment().isBlank() && shown.feedback()) {
            said.add(HtmlElement.of("div", "quiz-feedback")
                    .add(HtmlElement.of("p", "c-small").text(translate("assessment.mark.comment")))
                    .add(texts.apply(name + "/comment", mark.comment())));
        }
        return said;
    }

    private BiFunction<String, String, HtmlElement> named(String name) {
        return (part, markdown) -> texts.apply(name + "/" + part, markdown);
    }

    private static HtmlElement muted(String words) {
        return HtmlElement.of("p", "c-muted c-small").text(words);
    }
}
