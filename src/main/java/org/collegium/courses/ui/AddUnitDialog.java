package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseSection;
import org.collegium.courses.UnitSource;
import org.collegium.courses.authoring.BroughtLab;
import org.collegium.courses.authoring.OutlineChange;
import org.collegium.courses.authoring.OutlineStep;
import org.collegium.courses.authoring.ui.LessonTemplates;
import org.collegium.courses.derived.LibraryItem;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.BoundedUpload;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;
import org.collegium.shared.ui.UploadTroubles;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.jspecify.annotations.Nullable;

/** Another unit of a section: a lesson from a template, a quiz, what other modules make, what somebody has, or a copy from the library. */
final class AddUnitDialog extends Dialog {

    private static final String QUIZ = "quiz";
    private static final String FILE = "file";
    private static final String LAB = "lab";
    private static final String LIBRARY = "library";
    private static final int USUAL_LAB_MINUTES = 30;
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Map<String, String[]> ACCEPTED =
            Map.of(FILE, new String[] {".md", ".ipynb", ".py", ".yaml", ".yml"}, LAB, new String[] {".ipynb", ".zip"});

    private final transient OutlineActs acts;
    private final transient CourseSection section;
    private final transient Map<String, UnitSource.Form> sources;
    private final TextField title = new TextField();
    private final RadioButtonGroup<String> what = new RadioButtonGroup<>();
    private final Upload upload = new Upload();
    private final ComboBox<LibraryItem> library = new ComboBox<>();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "courses.outline.title",
            title,
            "courses.draft",
            what,
            "courses.outline",
            what,
            "courses.library",
            library));
    private transient @Nullable SourceFile file;

    AddUnitDialog(OutlineActs acts, CourseSection section) {
        this.acts = acts;
        this.section = section;
        sources = acts.sources();
        setHeaderTitle(getTranslation("courses.outline.add-unit-to", section.title()));
        addClassName("c-dialog");
        title.setLabel(getTranslation("courses.outline.field.title"));
        title.setAutofocus(true);
        List<String> all = new ArrayList<>(LessonTemplates.NAMES);
        all.add(QUIZ);
        all.addAll(sources.keySet());
        all.addAll(List.of(LAB, FILE, LIBRARY));
        what.setLabel(getTranslation("courses.outline.field.what"));
        what.setItems(all);
        what.setItemLabelGenerator(this::name);
        what.setValue(all.getFirst());
        what.addValueChangeListener(change -> show(change.getValue()));
        Div fields = new Div(title, what, upload(), library());
        sources.values().forEach(form -> fields.add(form.component()));
        fields.addClassName("c-studio-form");
        add(fields);
        show(all.getFirst());
        Button save = new Button(getTranslation("courses.outline.add"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private String name(String one) {
        if (sources.containsKey(one)) {
            return getTranslation(one);
        }
        return LessonTemplates.NAMES.contains(one)
                ? getTranslation("courses.outline.what.lesson", LessonTemplates.name(this, one))
                : getTranslation("courses.outline.what." + one);
    }

    /** The fields of one choice; what was uploaded for another is no answer to this one. */
    private void show(String chosen) {
        String[] accepted = ACCEPTED.get(chosen);
        upload.setVisible(accepted != null);
        if (accepted != null) {
            upload.setAcceptedFileExtensions(accepted);
            upload.setI18n(UploadTexts.of(this, LARGEST / 1024 / 1024, accepted));
            upload.clearFileList();
            file = null;
        }
        title.setVisible(!LIBRARY.equals(chosen));
        library.setVisible(LIBRARY.equals(chosen));
        sources.forEach((name, form) -> form.component().setVisible(name.equals(chosen)));
    }

    private Component upload() {
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(getTranslation("courses.import.choose"), Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("courses.import.drop")));
        UploadTroubles.tell(upload, Toasts::problem);
        upload.setUploadHandler(BoundedUpload.inMemory(LARGEST, (metadata, bytes) -> {
            file = SourceFile.of(metadata.fileName(), bytes);
            if (title.isEmpty()) {
                title.setValue(
                        SourcePaths.stem(metadata.fileName()).replace('-', ' ').replace('_', ' '));
            }
        }));
        return upload;
    }

    private Component library() {
        library.setLabel(getTranslation("courses.outline.field.library"));
        library.setHelperText(getTranslation("courses.outline.field.library.help"));
        library.setItemLabelGenerator(item -> getTranslation(
                "courses.outline.field.library.item",
                item.title(),
                getTranslation("courses.library.kind." + item.kind()),
                item.course().manifest().metadata().title()));
        library.setItems(query ->
                acts
                        .library(query.getFilter().orElse(""), new PageRequest(query.getOffset(), query.getLimit()))
                        .stream());
        return library;
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            if (LIBRARY.equals(what.getValue())) {
                copy();
            } else if (readable) {
                step().ifPresent(step -> {
                    OutlineChange added = acts.take(step);
                    close();
                });
            }
        } catch (RuleViolation refused) {
            faults.tell(refused);
        }
    }

    private void copy() {
        LibraryItem item = library.getValue();
        if (item == null) {
            throw new RuleViolation("courses.library.choose");
        }
        acts.takes(item, section.key());
        close();
    }

    private Optional<OutlineStep.AddUnit> step() {
        String name = title.getValue().strip();
        String chosen = what.getValue();
        UnitSource.Form source = sources.get(chosen);
        if (source != null) {
            return source.made(name)
                    .map(made -> new OutlineStep.AddUnit(
                            section.key(), name, made.kind(), made.minutes(), made.file(), made.beside()));
        }
        return Optional.of(
                switch (chosen) {
                    case QUIZ ->
                        unit(name, "quiz", "quiz.yaml", 5, getTranslation("courses.outline.quiz.text", quoted(name)));
                    case FILE -> file(name);
                    case LAB -> lab(name);
                    default -> {
                        String text = LessonTemplates.text(this, chosen, name);
                        yield unit(name, "lesson", "lesson.md", acts.minutes(text), text);
                    }
                });
    }

    private SourceFile brought() {
        SourceFile brought = file;
        if (brought == null) {
            throw new RuleViolation("courses.outline.file-missing");
        }
        return brought;
    }

    private OutlineStep.AddUnit lab(String name) {
        SourceFile brought = brought();
        BroughtLab lab = BroughtLab.of(brought.path(), brought.bytes(), name);
        return new OutlineStep.AddUnit(section.key(), name, LAB, USUAL_LAB_MINUTES, lab.definition(), lab.files());
    }

    private OutlineStep.AddUnit file(String name) {
        SourceFile brought = brought();
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
