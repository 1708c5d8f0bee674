package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion.Program;
import org.collegium.assessment.CodeBench;
import org.collegium.shared.ui.HtmlElement;
import tools.jackson.databind.json.JsonMapper;

/**
 * A field for code. The browser makes an editor of it ({@code frontend/quiz/code.ts}), in which the code and the tests that can be seen
 * run apart from the page; until that is there, or where it cannot be had, it is a plain field.
 */
final class CodeField {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TEXTS = List.of(
            "editor",
            "run",
            "stop",
            "running",
            "passed",
            "failed",
            "not-run",
            "all-passed",
            "some-failed",
            "error",
            "stopped",
            "broken",
            "lacking",
            "plain",
            "test");

    private CodeField() {}

    static HtmlElement of(Program form, String labelId, Optional<CodeBench> bench, Answer answer) {
        HtmlElement field = HtmlElement.of("c-code", "quiz-code")
                .with("data-answer", true)
                .with("data-starter", form.starter())
                .with("data-given", answer.text())
                .with("data-tests", JSON.writeValueAsString(form.tests()))
                .with("data-texts", JSON.writeValueAsString(words()))
                .with("role", "group")
                .with("aria-labelledby", labelId);
        bench.ifPresent(there ->
                field.with("data-bench", there.data(form.packages())).add(help(translate("assessment.code.leave"))));
        return field.add(
                help(translate("assessment.code.rule", form.tests().size(), form.hidden(), form.cellSeconds())));
    }

    private static HtmlElement help(String text) {
        return HtmlElement.of("p", "c-muted c-small").text(text);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        TEXTS.forEach(name -> words.put(name, translate("assessment.code." + name, "{0}", "{1}")));
        return words;
    }
}
