package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
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

/** What a person marks: what was written or handed in, and what came of it. */
final class MarkedText extends Div {

    private final transient BiFunction<String, String, Component> texts;
    private final transient BiFunction<String, String, HtmlElement> parts;
    private final Shown shown;

    /**
     * @param marks that count; none while it waits
     * @param texts shows Markdown, told a name that no other text of the question has
     * @param parts the same within something else
     */
    MarkedText(
            Question question,
            Answer answer,
            List<Mark> marks,
            Shown shown,
            BiFunction<String, String, Component> texts,
            BiFunction<String, String, HtmlElement> parts) {
        this.texts = texts;
        this.parts = parts;
        this.shown = shown;
        addClassName("quiz-marked");
        if (!answer.empty() && shown.answers()) {
            handedIn(question, answer);
        }
        for (int i = 0; i < marks.size(); i++) {
            if (marks.size() > 1) {
                add(new H4(getTranslation("assessment.mark.of", i + 1, marks.size())));
            }
            mark(question.rubric(), marks.get(i), "mark" + i);
        }
        if (marks.isEmpty() && !question.rubric().none() && question.rubric().shown()) {
            add(new RubricTable(question.rubric(), "rubric/", parts));
        }
    }

    private void handedIn(Question question, Answer answer) {
        if (question instanceof FileUpload) {
            add(new FileList(FileUpload.of(answer)));
            return;
        }
        Paragraph count = new Paragraph(getTranslation("assessment.words.yours", WordLimits.count(answer.text())));
        count.addClassNames("c-muted", "c-small");
        add(new WrittenText(answer.text()), count);
    }

    /** Which levels were chosen tells the points; what they say is feedback. */
    private void mark(Rubric rubric, Mark mark, String name) {
        if (!rubric.none() && shown.feedback()) {
            Map<String, String> levels = shown.score() ? mark.levels() : Map.of();
            add(new RubricTable(rubric, name + "/", parts, levels));
            if (shown.score() && Math.abs(rubric.points(mark.levels()) - mark.points()) > 1e-9) {
                Scores scores = new Scores(getLocale());
                Paragraph other = new Paragraph(getTranslation(
                        mark.levels().isEmpty() ? "assessment.mark.whole" : "assessment.mark.otherwise",
                        scores.points(mark.points()),
                        mark.points()));
                other.addClassNames("c-muted", "c-small");
                add(other);
            }
        }
        if (!mark.comment().isBlank() && shown.feedback()) {
            Paragraph said = new Paragraph(getTranslation("assessment.mark.comment"));
            said.addClassName("c-small");
            Div comment = new Div(said, texts.apply(name + "/comment", mark.comment()));
            comment.addClassName("quiz-feedback");
            add(comment);
        }
    }
}
