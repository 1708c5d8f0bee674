package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Files to hand in: chosen, dropped, or taken with the camera of a phone. The browser sends them ({@code frontend/quiz/files.ts}), shows
 * how far they are, and lists them.
 */
@Tag("c-files")
final class UploadField extends HtmlContainer {

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

    UploadField(Upload form, String question, String labelId, Function<Choice, Component> texts, Answer answer) {
        addClassName("quiz-files");
        getElement()
                .setAttribute("data-answer", true)
                .setAttribute("data-question", question)
                .setAttribute("data-most", String.valueOf(form.files().most()))
                .setAttribute("data-bytes", String.valueOf(form.files().bytes()))
                .setAttribute("data-accept", accepted(form))
                .setAttribute("data-files", JSON.writeValueAsString(FileUpload.of(answer)))
                .setAttribute("data-texts", JSON.writeValueAsString(words()))
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", labelId);
        UnorderedList list = new UnorderedList();
        list.addClassName("quiz-files-list");
        Paragraph said = new Paragraph();
        said.addClassNames("quiz-files-said", "c-small");
        said.getElement().setAttribute("role", "status");
        Paragraph anonymous = new Paragraph(getTranslation("assessment.files.anonymous"));
        anonymous.addClassNames("c-muted", "c-small");
        add(list, drop(form), said, new FileRules(form.files()), anonymous);
        if (!form.rubric().none()) {
            NativeDetails rubric = new NativeDetails(
                    getTranslation("assessment.rubric.before"),
                    new RubricTable(
                            form.rubric(),
                            "",
                            (part, markdown) -> texts.apply(new Choice("rubric/" + part, markdown))));
            rubric.addClassName("quiz-essay-rubric");
            add(rubric);
        }
    }

    private Div drop(Upload form) {
        Div drop = new Div(button("choose", Glyph.UPLOAD, "assessment.files.choose"));
        if (form.files().take(FileKind.PICTURE)) {
            drop.add(button("camera", Glyph.CAMERA, "assessment.files.camera"));
        }
        Span or = new Span(getTranslation("assessment.files.drop"));
        or.addClassNames("quiz-files-or", "c-muted", "c-small");
        drop.add(or);
        drop.addClassName("quiz-files-drop");
        return drop;
    }

    private NativeButton button(String act, Glyph glyph, String key) {
        NativeButton button = new NativeButton();
        button.add(glyph.create(), new Span(getTranslation(key)));
        button.addClassName("c-button");
        button.getElement().setAttribute("type", "button").setAttribute("data-act", act);
        return button;
    }

    /** By what the browser offers files; what they are is found on the server. */
    private static String accepted(Upload form) {
        return form.files().take(FileKind.ANY)
                ? ""
                : form.files().kinds().stream().map(FileKind::chosenBy).collect(Collectors.joining(","));
    }

    private Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        TEXTS.forEach(name -> words.put(name, getTranslation("assessment.files." + name, "{0}", "{1}")));
        for (FileKind kind : FileKind.values()) {
            words.put("kind." + kind, getTranslation("assessment.files.kind." + kind));
        }
        return words;
    }
}
