package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.collegium.gradebook.rules.Scale;
import org.collegium.gradebook.rules.Scale.Kind;
import org.collegium.gradebook.rules.Scale.Step;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Asks for a scale of a partner; a broken rule is told at its field. */
final class ScaleDialog extends Dialog {

    private final Scale before;
    private final TextField name = new TextField();
    private final Select<Kind> kind = new Select<>();
    private final NumberField points = new NumberField();
    private final IntegerField decimals = new IntegerField();
    private final TextArea steps = new TextArea();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "gradebook.scale.name", name,
            "gradebook.scale.points", points,
            "gradebook.scale.decimals", decimals,
            "gradebook.scale.steps", steps));
    private final transient Consumer<Scale> keep;
    private final transient KeptTyping typing;

    /** @param before a usual one, of which another is made, or one of the partner */
    ScaleDialog(Scale before, String place, Consumer<Scale> keep) {
        this.before = before;
        this.keep = keep;
        addClassName("c-dialog");
        setHeaderTitle(
                before.usual()
                        ? getTranslation("gradebook.scale.add")
                        : getTranslation("gradebook.setup.change.of", before.name()));
        describe();
        Div fields = new Div(name, kind, points, decimals, steps);
        fields.addClassName("c-studio-form");
        Paragraph rule = new Paragraph(getTranslation("gradebook.scale.rule"));
        rule.addClassNames("c-muted", "c-small");
        add(fields, rule);
        typing = new KeptTyping(fields, place)
                .with("name", name)
                .with("kind", kind, Kind::valueOf)
                .with("points", points, Double::valueOf)
                .with("decimals", decimals, Integer::valueOf)
                .with("steps", steps);
        Button save = new Button(getTranslation("gradebook.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    private void describe() {
        String unreadable = getTranslation("shared.field.unreadable");
        name.setLabel(getTranslation("gradebook.scale.name"));
        name.setValue(before.name());
        kind.setLabel(getTranslation("gradebook.scale.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("gradebook.scale.kind." + one));
        kind.addValueChangeListener(change -> follow(change.getValue()));
        points.setLabel(getTranslation("gradebook.scale.points"));
        points.setHelperText(getTranslation("gradebook.scale.points.help"));
        points.setI18n(new NumberFieldI18n().setBadInputErrorMessage(unreadable));
        points.setValue(before.points());
        decimals.setLabel(getTranslation("gradebook.scale.decimals"));
        decimals.setHelperText(getTranslation("gradebook.scale.decimals.help"));
        decimals.setI18n(new IntegerFieldI18n().setBadInputErrorMessage(unreadable));
        decimals.setValue(before.decimals());
        steps.setLabel(getTranslation("gradebook.scale.steps"));
        steps.setHelperText(getTranslation("gradebook.scale.steps.help"));
        steps.setValue(before.steps().stream().map(ScaleDialog::line).collect(Collectors.joining("\n")));
        kind.setValue(before.kind());
        follow(before.kind());
    }

    private void follow(Kind chosen) {
        points.setVisible(chosen == Kind.POINTS);
        steps.setVisible(chosen == Kind.STEPS);
    }

    private void save() {
        if (!faults.readable()) {
            return;
        }
        try {
            Kind chosen = kind.getValue();
            keep.accept(new Scale(
                    before.usual() ? "" : before.key(),
                    name.getValue(),
                    chosen,
                    points.isEmpty() ? 0 : points.getValue(),
                    decimals.isEmpty() ? 0 : decimals.getValue(),
                    chosen == Kind.STEPS ? read(steps.getValue()) : List.of()));
            typing.forget();
            close();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    /** One step in each line: the percentage, then the label. */
    static List<Step> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(ScaleDialog::step)
                .toList();
    }

    /** With all of its places, so that what is not changed stays as it is. */
    static String line(Step step) {
        return BigDecimal.valueOf(step.least()).stripTrailingZeros().toPlainString() + " " + step.label();
    }

    private static Step step(String line) {
        String[] parts = line.strip().split("\\s++", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,3}+([.,][0-9]{1,4}+)?%?")) {
            throw new RuleViolation("gradebook.scale.steps.unreadable", line.strip());
        }
        return new Step(Double.parseDouble(parts[0].replace(',', '.').replace("%", "")), parts[1]);
    }
}
