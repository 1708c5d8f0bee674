package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseSection;
import org.collegium.courses.authoring.OutlineChange;
import org.collegium.courses.authoring.OutlineStep;
import org.collegium.courses.authoring.ui.LessonTemplates;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.jspecify.annotations.Nullable;

/** Another unit of a section: a lesson from a template, a quiz, or a file that somebody has. */
final class AddUnitDialog extends Dialog {

    private static final String QUIZ = "quiz";
    private static final String FILE = "file";
    private static final int LARGEST = 20 * 1024 * 1024;

    private final transient OutlineActs acts;
    private final transient CourseSection section;
    private final TextField title = new TextField();
    private final RadioButtonGroup<String> what = new RadioButtonGroup<>();
    private final Upload upload = new Upload();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("courses.outline.title", title, "courses.draft.file-broken", what, "courses.outline.file-missing", what));
    private transient @Nullable SourceFile file;

    AddUnitDialog(OutlineActs acts, CourseSection section) {
        this.acts = acts;
        this.section = section;
        setHeaderTitle(getTranslation("courses.outline.add-unit-to", section.title()));
        addClassName("c-dialog");
        title.setLabel(getTranslation("courses.outline.field.title"));
        title.setAutofocus(true);
        List<String> all = new ArrayList<>(LessonTemplates.NAMES);
        all.addAll(List.of(QUIZ, FILE));
        what.setLabel(getTranslation("courses.outline.field.what"));
        what.setItems(all);
        what.setItemLabelGenerator(this::name);
        what.setValue(all.getFirst());
        what.addValueChangeListener(change -> upload.setVisible(FILE.equals(change.getValue())));
        Div fields = new Div(title, what, upload());
        fields.addClassName("c-studio-form");
        add(fields);
        Button save = new Button(getTranslation("courses.outline.add"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private String name(String one) {
        return LessonTemplates.NAMES.contains(one)
                ? getTranslation("courses.outline.what.lesson", LessonTemplates.name(this, one))
                : getTranslation("courses.outline.what." + one);
    }

    private Component upload() {
        upload.setVisible(false);
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".md", ".ipynb", ".py", ".yaml", ".yml");
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("courses.import.choose"), Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("courses.import.drop")));
        upload.setI18n(UploadTexts.of(this::getTranslation));
        upload.setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> {
            file = SourceFile.of(metadata.fileName(), bytes);
            if (title.isEmpty()) {
                title.setValue(SourcePaths.stem(metadata.fileName()).replace('-', ' ').replace('_', ' '));
            }
        }));
        return upload;
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            OutlineStep.AddUnit step = step();
            if (readable) {
                OutlineChange added = acts.take(step);
                close();
            }
        } catch (RuleViolation refused) {
            faults.tell(refused);
        }
    }

    private OutlineStep.AddUnit step() {
        String name = title.getValue().strip();
        String chosen = what.getValue();
        return switch (chosen) {
            case QUIZ -> unit(name, "quiz", "quiz.yaml", 5, getTranslation("courses.outline.quiz.text", quoted(name)));
            case FILE -> file(name);
            default -> {
                String text = LessonTemplates.text(this, chosen, name);
                yield unit(name, "lesson", "lesson.md", acts.minutes(text), text);
            }
        };
    }

    private OutlineStep.AddUnit file(String name) {
        SourceFile brought = file;
        if (brought == null) {
            throw new RuleViolation("courses.outline.file-missing");
        }
        return switch (SourcePaths.extension(brought.path())) {
            case "md" ->
                new OutlineStep.AddUnit(
                        section.key(),
                        name,
                        "lesson",
                        acts.minutes(new String(brought.bytes(), StandardCharsets.UTF_8)),
                        brought);
            case "yaml", "yml" -> new OutlineStep.AddUnit(section.key(), name, "quiz", 5, brought);
            default -> new OutlineStep.AddUnit(section.key(), name, "notebook", 10, brought);
        };
    }

    private OutlineStep.AddUnit unit(String name, String kind, String fileName, int minutes, String text) {
        return new OutlineStep.AddUnit(section.key(), name, kind, minutes, SourceFile.of(fileName, text));
    }

    /** As YAML reads it whatever is in it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
