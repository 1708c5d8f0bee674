package org.collegium.assessment.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion.Program;
import org.collegium.assessment.CodeBench;
import tools.jackson.databind.json.JsonMapper;

/**
 * A field for code. The browser makes an editor of it ({@code frontend/quiz/code.ts}), in which the code and the tests that can be seen
 * run apart from the page; until that is there, or where it cannot be had, it is a plain field.
 */
@Tag("c-code")
final class CodeField extends HtmlContainer {

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

    CodeField(Program form, String labelId, Optional<CodeBench> bench, Answer answer) {
        addClassName("quiz-code");
        getElement()
                .setAttribute("data-answer", true)
                .setAttribute("data-starter", form.starter())
                .setAttribute("data-given", answer.text())
                .setAttribute("data-tests", JSON.writeValueAsString(form.tests()))
                .setAttribute("data-texts", JSON.writeValueAsString(words()))
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", labelId);
        bench.ifPresent(there -> getElement().setAttribute("data-bench", there.data(this, form.packages())));
        Paragraph rule = new Paragraph(
                getTranslation("assessment.code.rule", form.tests().size(), form.hidden(), form.cellSeconds()));
        rule.addClassNames("c-muted", "c-small");
        add(rule);
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        TEXTS.forEach(name -> words.put(name, getTranslation("assessment.code." + name, "{0}", "{1}")));
        return words;
    }
}
