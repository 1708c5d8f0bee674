package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.collegium.courses.CourseSection;
import org.collegium.courses.authoring.OutlineChange;
import org.collegium.courses.authoring.OutlineStep;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;

/** A section of the outline: its title, its place, and the way to take it out; or a new one. */
final class OutlineSectionDialog extends Dialog {

    private final transient OutlineActs acts;
    private final TextField title = new TextField();
    private final transient FieldFaults faults = new FieldFaults(Map.of("courses.outline.title", title));

    /** For a new section. */
    OutlineSectionDialog(OutlineActs acts) {
        this.acts = acts;
        describe(getTranslation("courses.outline.add-section"));
        footer(() -> new OutlineStep.AddSection(title.getValue()));
    }

    OutlineSectionDialog(OutlineActs acts, CourseSection section) {
        this.acts = acts;
        describe(getTranslation("courses.outline.section", section.title()));
        title.setValue(section.title());
        List<String> keys =
                acts.manifest().sections().stream().map(CourseSection::key).toList();
        int at = keys.indexOf(section.key());
        Button up = new Button(
                getTranslation("courses.outline.up"),
                Glyph.ARROW_UP.create(),
                click -> does(new OutlineStep.MoveSection(section.key(), keys.get(at - 1))));
        up.setEnabled(at > 0);
        Button down = new Button(
                getTranslation("courses.outline.down"),
                Glyph.ARROW_DOWN.create(),
                click -> does(new OutlineStep.MoveSection(
                        section.key(), at + 2 < keys.size() ? keys.get(at + 2) : null)));
        down.setEnabled(at + 1 < keys.size());
        Button remove = new Button(
                getTranslation("courses.outline.remove"),
                Glyph.TRASH_2.create(),
                click -> does(new OutlineStep.RemoveSection(section.key())));
        remove.addThemeNames("tertiary", "error");
        Div place = new Div(up, down, remove);
        place.addClassName("c-studio-actions");
        add(place);
        footer(() -> new OutlineStep.RenameSection(section.key(), title.getValue()));
    }

    private void describe(String heading) {
        setHeaderTitle(heading);
        addClassName("c-dialog");
        title.setLabel(getTranslation("courses.outline.field.title"));
        title.setAutofocus(true);
        Div fields = new Div(title);
        fields.addClassName("c-studio-form");
        add(fields);
    }

    private void footer(Supplier<OutlineStep> step) {
        Button save = new Button(getTranslation("courses.outline.save"), click -> {
            try {
                OutlineChange unused = acts.take(step.get());
                close();
            } catch (RuleViolation refused) {
                faults.tell(refused);
            }
        });
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private void does(OutlineStep step) {
        close();
        acts.does(step);
    }
}
