package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.Answer;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.CodeResult;
import org.collegium.assessment.CodeResult.Outcome;
import org.collegium.assessment.CodeTest;
import org.collegium.assessment.Review.Shown;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Code that was answered: what it was, and what each test gave. Of hidden tests only whether they were passed. */
final class GradedCode extends Div {

    /**
     * @param question by whose tests it was graded
     * @param solution that is right now
     * @param results of tests, by {@link CodeQuestion#given}
     */
    GradedCode(CodeQuestion question, String solution, Answer answer, Map<String, CodeResult> results, Shown shown) {
        CodeResult result = results.get(question.given());
        addClassName("quiz-graded-code");
        if (!answer.empty() && shown.answers()) {
            add(code(answer.text()));
        }
        if (result != null && shown.score()) {
            if (!result.broken().isEmpty()) {
                add(new Paragraph(getTranslation("assessment.code.limit." + result.broken())));
            }
            add(tests(question, result, shown));
        }
        if (shown.right()) {
            NativeDetails details = new NativeDetails(getTranslation("assessment.code.solution"));
            details.setContent(code(solution));
            add(details);
        }
    }

    private UnorderedList tests(CodeQuestion question, CodeResult result, Shown shown) {
        Map<String, CodeTest> known =
                question.tests().stream().collect(Collectors.toMap(CodeTest::key, Function.identity()));
        UnorderedList list = new UnorderedList();
        list.addClassName("quiz-code-tests");
        int hidden = 0;
        for (CodeResult.Test each : result.tests()) {
            CodeTest test = known.get(each.key());
            if (test != null) {
                hidden += test.hidden() ? 1 : 0;
                list.add(test(test, each, hidden, shown));
            }
        }
        return list;
    }

    private ListItem test(CodeTest test, CodeResult.Test given, int hidden, Shown shown) {
        Component what = test.hidden()
                ? new Span(getTranslation("assessment.code.hidden", hidden))
                : test.text().isEmpty() ? new Code(test.code()) : new Span(test.text());
        ListItem item = new ListItem(badge(given), what);
        if (given.outcome() == Outcome.FAILED && !test.hidden() && shown.feedback()) {
            if (!test.message().isEmpty()) {
                item.add(said(test.message()));
            }
            if (!given.message().isEmpty()) {
                item.add(code(given.message()));
            }
        }
        return item;
    }

    private StatusBadge badge(CodeResult.Test given) {
        return switch (given.outcome()) {
            case PASSED -> new StatusBadge(Status.GOOD, getTranslation("assessment.code.passed"));
            case NOT_RUN -> new StatusBadge(Status.NEUTRAL, getTranslation("assessment.code.not-run"));
            case FAILED ->
                given.share() > 0
                        ? new StatusBadge(Status.WAITING, getTranslation("assessment.partly"))
                        : new StatusBadge(Status.BAD, getTranslation("assessment.code.failed"));
        };
    }

    private static Paragraph said(String words) {
        Paragraph said = new Paragraph(words);
        said.addClassName("quiz-feedback");
        return said;
    }

    private static Pre code(String text) {
        Pre pre = new Pre(text);
        pre.addClassName("quiz-code-shown");
        pre.getElement().setAttribute("tabindex", "0").setAttribute("dir", "ltr");
        return pre;
    }
}
