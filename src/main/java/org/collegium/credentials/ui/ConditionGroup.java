package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.CourseManifest;
import org.collegium.credentials.rules.Condition;
import org.collegium.shared.ui.Glyph;

/** Conditions of a rule of which all are needed, or one; the outermost may hold groups. */
class ConditionGroup extends Div {

    private final transient CourseManifest course;
    private final transient Runnable changed;
    private final RadioButtonGroup<Boolean> any = new RadioButtonGroup<>();
    private final Div rows = new Div();
    private final List<ConditionRow> conditions = new ArrayList<>();
    private final List<ConditionGroup> groups = new ArrayList<>();

    ConditionGroup(CourseManifest course, Condition.Group group, boolean outermost, Runnable changed) {
        this.course = course;
        this.changed = changed;
        addClassName("rule-group");
        any.setLabel(getTranslation(outermost ? "credentials.rule.needs" : "credentials.rule.group"));
        any.setItems(false, true);
        any.setItemLabelGenerator(
                one -> getTranslation(one ? "credentials.rule.needs.any" : "credentials.rule.needs.all"));
        any.setValue(group.any());
        any.addValueChangeListener(change -> changed.run());
        group.conditions().forEach(this::add);
        Button add = new Button(getTranslation("credentials.rule.add"), Glyph.PLUS.create(), click -> {
            add(new Condition.Completed());
            changed.run();
        });
        Div actions = new Div(add);
        actions.addClassName("certificate-actions");
        if (outermost) {
            actions.add(new Button(getTranslation("credentials.rule.add-group"), Glyph.PLUS.create(), click -> {
                add(new Condition.Group(!any.getValue(), List.of(new Condition.Completed())));
                changed.run();
            }));
        }
        add(any, rows, actions);
    }

    /** The conditions as they are chosen; empty, and said at the fields, where something is not given. */
    Optional<Condition.Group> group() {
        return chosen(
                row -> {
                    Optional<Condition> condition = row.condition();
                    row.tell();
                    return condition;
                },
                ConditionGroup::group);
    }

    /** The same, but nothing is said where something is not given. */
    Optional<Condition.Group> seen() {
        return chosen(ConditionRow::condition, ConditionGroup::seen);
    }

    private Optional<Condition.Group> chosen(
            Function<ConditionRow, Optional<Condition>> ofRow,
            Function<ConditionGroup, Optional<Condition.Group>> ofGroup) {
        List<Condition> chosen = new ArrayList<>();
        conditions.forEach(row -> ofRow.apply(row).ifPresent(chosen::add));
        groups.forEach(group -> ofGroup.apply(group).ifPresent(chosen::add));
        return chosen.size() == conditions.size() + groups.size()
                ? Optional.of(new Condition.Group(any.getValue(), chosen))
                : Optional.empty();
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.Group group) {
            addGroup(group);
            return;
        }
        ConditionRow row = new ConditionRow(course, condition, changed, this::remove);
        conditions.add(row);
        rows.addComponentAtIndex(conditions.size() - 1, row);
        number();
    }

    private void addGroup(Condition.Group group) {
        ConditionGroup inner = new ConditionGroup(course, group, false, changed);
        Div around = new Div(inner);
        Button remove = new Button(getTranslation("credentials.rule.remove-group"), Glyph.TRASH_2.create(), click -> {
            groups.remove(inner);
            rows.remove(around);
            changed.run();
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        around.add(remove);
        around.addClassName("rule-nested");
        groups.add(inner);
        rows.add(around);
    }

    private void remove(ConditionRow row) {
        conditions.remove(row);
        rows.remove(row);
        number();
        changed.run();
    }

    private void number() {
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).number(i + 1);
        }
    }
}
