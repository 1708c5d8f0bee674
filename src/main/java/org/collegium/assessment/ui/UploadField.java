package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AskedQuestion.Choice;
import org.collegium.assessment.AskedQuestion.Upload;
import org.collegium.assessment.FileKind;
import org.collegium.assessment.FileUpload;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files to hand in: chosen, dropped, or taken with the camera of a phone. The browser sends them ({@code frontend/quiz/files.ts}), shows
 * how far they are, and lists them.
 */
final class UploadField {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> TEXTS = List.of(
            "size",
            "waiting",
            "sending",
            "looking",
            "again",
            "stored",
            "receipt",
            "remove",
            "replace",
            "save",
            "removed",
            "trial",
            "problem.unknown",
            "problem.ended",
            "problem.large",
            "problem.many",
            "problem.quota",
            "problem.empty",
            "problem.kind",
            "problem.hash",
            "problem.often",
            "problem.unreadable",
            "problem.ticket");

    private UploadField() {}

    static HtmlElement of(
            Upload form, String question, String labelId, Function<Choice, HtmlElement> texts, Answer answer) {
        String rulesId = labelId + "-files";
        HtmlElement field = HtmlElement.of("c-files", "quiz-files")
                .with("data-answer", true)
                .with("data-question", question)
                .with("data-most", String.valueOf(form.files().most()))
                .with("data-bytes", String.valueOf(form.files().bytes()))
                .with("data-accept", accepted(form))
                .with("data-files", JSON.writeValueAsString(FileUpload.of(answer)))
                .with("data-texts", JSON.writeValueAsString(words()))
                .with("role", "group")
                .with("aria-labelledby", labelId)
                .add(HtmlElement.of("ul", "quiz-files-list"))
                .add(drop(form, rulesId))
                .add(HtmlElement.of("p", "quiz-files-said c-small").with("role", "status"))
                .add(HtmlElement.of("p", FileRules.NAMES).with("id", rulesId).text(FileRules.words(form.files())))
                .add(HtmlElement.of("p", "c-muted c-small").text(translate("assessment.files.anonymous")));
        return form.rubric().none() ? field : field.add(EssayField.rubric(form.rubric(), texts));
    }

    private static HtmlElement drop(Upload form, String rulesId) {
        HtmlElement drop = HtmlElement.of("div", "quiz-files-drop")
                .add(button("choose", Glyph.UPLOAD, "assessment.files.choose").with("aria-describedby", rulesId));
        if (form.files().take(FileKind.PICTURE)) {
            drop.add(button("camera", Glyph.CAMERA, "assessment.files.camera"));
        }
        return drop.add(
                HtmlElement.of("span", "quiz-files-or c-muted c-small").text(translate("assessment.files.drop")));
    }

    private static HtmlElement button(String act, Glyph glyph, String key) {
        return HtmlElement.of("button", "c-button")
                .with("type", "button")
                .with("data-act", act)
                .html(glyph.html(""))
                .add(HtmlElement.of("span").text(translate(key)));
    }

    /** By what the browser offers files; what they are is found on the server. */
    private static String accepted(Upload form) {
        return form.files().take(FileKind.ANY)
                ? ""
                : form.files().kinds().stream().map(FileKind::chosenBy).collect(Collectors.joining(","));
    }

    private static Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        TEXTS.forEach(name -> words.put(name, translate("assessment.files." + name, "{0}", "{1}")));
        for (FileKind kind : FileKind.values()) {
            words.put("kind." + kind, translate("assessment.files.kind." + kind));
        }
        return words;
    }
}
