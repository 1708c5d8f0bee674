package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.authoring.OutlineChange;
import org.collegium.courses.authoring.OutlineStep;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;

/** All that can be done with a unit of the outline, for those who do not drag. */
final class OutlineUnitDialog extends Dialog {

    private final transient OutlineActs acts;
    private final transient CourseUnit unit;
    private final TextField title = new TextField();
    private final Checkbox required = new Checkbox();
    private final Checkbox sample = new Checkbox();
    private final Select<Place> place = new Select<>();
    private final transient FieldFaults faults = new FieldFaults(Map.of("courses.outline.title", title));

    /** Where a unit can stand: in a section, before one of its units, or at its end. */
    private record Place(CourseSection section, Optional<CourseUnit> before) {}

    OutlineUnitDialog(OutlineActs acts, CourseUnit unit) {
        this.acts = acts;
        this.unit = unit;
        setHeaderTitle(getTranslation("courses.outline.unit", unit.title()));
        addClassName("c-dialog");
        title.setLabel(getTranslation("courses.outline.field.title"));
        title.setValue(unit.title());
        required.setLabel(getTranslation("courses.outline.field.required"));
        required.setValue(unit.required());
        sample.setLabel(getTranslation("courses.outline.field.sample"));
        sample.setValue(unit.sample());
        place.setLabel(getTranslation("courses.outline.field.place"));
        place.setPlaceholder(getTranslation("courses.outline.field.place.stay"));
        place.setItems(places(acts.manifest()));
        place.setItemLabelGenerator(this::name);
        Div fields = new Div(title, required, sample, place);
        fields.addClassName("c-studio-form");
        add(fields);
        Button remove = new Button(getTranslation("courses.outline.remove"), Glyph.TRASH_2.create(), click -> {
            close();
            acts.does(new OutlineStep.Remove(unit.key()));
        });
        remove.addThemeNames("tertiary", "error");
        Button save = new Button(getTranslation("courses.outline.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(remove, new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private List<Place> places(CourseManifest manifest) {
        List<Place> places = new ArrayList<>();
        for (CourseSection section : manifest.sections()) {
            section.units().stream()
                    .filter(other -> !other.key().equals(unit.key()))
                    .forEach(other -> places.add(new Place(section, Optional.of(other))));
            places.add(new Place(section, Optional.empty()));
        }
        return places;
    }

    private String name(Place one) {
        return one.before()
                .map(other -> getTranslation("courses.outline.place.before", one.section().title(), other.title()))
                .orElseGet(() -> getTranslation("courses.outline.place.end", one.section().title()));
    }

    private void save() {
        try {
            boolean same = title.getValue().strip().equals(unit.title())
                    && required.getValue() == unit.required()
                    && sample.getValue() == unit.sample();
            if (!same) {
                OutlineChange unused = acts.take(new OutlineStep.Describe(
                        unit.key(), title.getValue(), required.getValue(), sample.getValue()));
            }
            Place to = place.getValue();
            if (to != null) {
                acts.does(new OutlineStep.Move(
                        unit.key(),
                        to.section().key(),
                        to.before().map(CourseUnit::key).orElse(null)));
            }
            close();
        } catch (RuleViolation refused) {
            faults.tell(refused);
        }
    }
}
