package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.Answer;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.CodeResult;
import org.collegium.assessment.CodeResult.Outcome;
import org.collegium.assessment.CodeTest;
import org.collegium.assessment.Review.Shown;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Code that was answered: what it was, and what each test gave. Of hidden tests only whether they were passed. */
record GradedCode(Shown shown) {

    /**
     * @param question by whose tests it was graded
     * @param solution that is right now
     * @param results of tests, by {@link CodeQuestion#given}
     */
    HtmlElement of(CodeQuestion question, String solution, Answer answer, Map<String, CodeResult> results) {
        CodeResult result = results.get(question.given());
        HtmlElement graded = HtmlElement.of("div", "quiz-graded-code");
        if (!answer.empty() && shown.answers()) {
            graded.add(code(answer.text()));
        }
        if (result != null && shown.score()) {
            if (!result.broken().isEmpty()) {
                graded.add(HtmlElement.of("p").text(translate("assessment.code.limit." + result.broken())));
            }
            graded.add(tests(question, result));
        }
        if (shown.right()) {
            graded.add(HtmlElement.of("details")
                    .add(HtmlElement.of("summary").text(translate("assessment.code.solution")))
                    .add(HtmlElement.of("div").add(code(solution))));
        }
        return graded;
    }

    private HtmlElement tests(CodeQuestion question, CodeResult result) {
        Map<String, CodeTest> known =
                question.tests().stream().collect(Collectors.toMap(CodeTest::key, Function.identity()));
        HtmlElement list = HtmlElement.of("ul", "quiz-code-tests");
        int hidden = 0;
        for (CodeResult.Test each : result.tests()) {
            CodeTest test = known.get(each.key());
            if (test != null) {
                hidden += test.hidden() ? 1 : 0;
                list.add(test(test, each, hidden));
            }
        }
        return list;
    }

    private HtmlElement test(CodeTest test, CodeResult.Test given, int hidden) {
        HtmlElement item = HtmlElement.of("li").add(badge(given)).add(what(test, hidden));
        if (given.outcome() == Outcome.FAILED && !test.hidden() && shown.feedback()) {
            if (!test.message().isEmpty()) {
                item.add(HtmlElement.of("p", "quiz-feedback").text(test.message()));
            }
            if (!given.message().isEmpty()) {
                item.add(code(given.message()));
            }
        }
        return item;
    }

    private static HtmlElement what(CodeTest test, int hidden) {
        if (test.hidden()) {
            return HtmlElement.of("span").text(translate("assessment.code.hidden", hidden));
        }
        return test.text().isEmpty()
                ? HtmlElement.of("code").text(test.code())
                : HtmlElement.of("span").text(test.text());
    }

    private static HtmlElement badge(CodeResult.Test given) {
        return switch (given.outcome()) {
            case PASSED -> StatusBadge.html(Status.GOOD, translate("assessment.code.passed"));
            case NOT_RUN -> StatusBadge.html(Status.NEUTRAL, translate("assessment.code.not-run"));
            case FAILED ->
                given.share() > 0
                        ? StatusBadge.html(Status.WAITING, translate("assessment.partly"))
                        : StatusBadge.html(Status.BAD, translate("assessment.code.failed"));
        };
    }

    /** Browsers leave out the first line of such an element where it is empty. */
    private static HtmlElement code(String text) {
        return HtmlElement.of("pre", "quiz-code-shown")
                .with("tabindex", "0")
                .with("dir", "ltr")
                .text("\n" + text);
    }
}
