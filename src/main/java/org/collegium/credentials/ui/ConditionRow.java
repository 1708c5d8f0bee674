package org.collegium.credentials.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.credentials.rules.Condition;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.TimeFields;

/** One condition of a rule: its kind, and what this kind has to be told. */
class ConditionRow extends Div {

    private static final int PERCENT = 100;

    private final Select<Kind> kind = new Select<>();
    private final IntegerField grade = new IntegerField();
    private final CheckboxGroup<String> activities = new CheckboxGroup<>();
    private final DatePicker day = new DatePicker();
    private final Button remove = new Button();

    /** The kinds of conditions. */
    enum Kind {
        COMPLETED,
        QUIZZES,
        GRADE,
        ACTIVITIES,
        IDENTITY,
        FINISHED_BY
    }

    ConditionRow(CourseManifest course, Condition condition, Runnable changed, Consumer<ConditionRow> removed) {
        addClassName("rule-condition");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(item -> getTranslation("credentials.rule.kind." + item));
        grade.setLabel(getTranslation("credentials.rule.grade"));
        grade.setMin(1);
        grade.setMax(PERCENT);
        grade.setManualValidation(true);
        activities.setLabel(getTranslation("credentials.rule.activities"));
        activities.setItems(course.units().stream().map(CourseUnit::key).toList());
        activities.setItemLabelGenerator(
                key -> course.unit(key).map(CourseUnit::title).orElse(key));
        activities.setManualValidation(true);
        activities.addClassName("rule-activities");
        day.setLabel(getTranslation("credentials.rule.day"));
        day.setManualValidation(true);
        TimeFields.prepare(day);
        remove.setIcon(Glyph.TRASH_2.create());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.addClickListener(click -> removed.accept(this));
        put(condition);
        kind.addValueChangeListener(change -> {
            showFields();
            changed.run();
        });
        grade.addValueChangeListener(change -> told(grade, changed));
        activities.addValueChangeListener(change -> told(activities, changed));
        day.addValueChangeListener(change -> told(day, changed));
        showFields();
        add(kind, grade, day, remove, activities);
    }

    private static void told(HasValidationProperties field, Runnable changed) {
        field.setInvalid(false);
        changed.run();
    }

    /** @param number its place, from 1 */
    void number(int number) {
        kind.setLabel(getTranslation("credentials.rule.condition", number));
        remove.setAriaLabel(getTranslation("credentials.rule.remove", number));
    }

    /** The condition as it is chosen; empty where something is not given. */
    Optional<Condition> condition() {
        return switch (kind.getValue()) {
            case COMPLETED -> Optional.of(new Condition.Completed());
            case QUIZZES -> Optional.of(new Condition.Quizzes());
            case IDENTITY -> Optional.of(new Condition.Identity());
            case GRADE ->
                Optional.ofNullable(grade.getValue())
                        .filter(percent -> percent >= 1 && percent <= PERCENT)
                        .map(percent -> new Condition.Grade(percent / (double) PERCENT));
            case ACTIVITIES ->
                Optional.of(activities.getValue())
                        .filter(chosen -> !chosen.isEmpty())
                        .map(chosen -> new Condition.Activities(List.copyOf(chosen)));
            case FINISHED_BY -> Optional.ofNullable(day.getValue()).map(Condition.FinishedBy::new);
        };
    }

    /** Says at the field what is not given. */
    void tell() {
        if (condition().isEmpty()) {
            switch (kind.getValue()) {
                case GRADE -> fault(grade, "credentials.rule.conditions.grade");
                case ACTIVITIES -> fault(activities, "credentials.rule.conditions.activities");
                case FINISHED_BY -> fault(day, "credentials.rule.conditions.day");
                case COMPLETED, QUIZZES, IDENTITY -> {}
            }
        }
    }

    private void fault(HasValidationProperties field, String code) {
        field.setErrorMessage(getTranslation(code));
        field.setInvalid(true);
    }

    private void put(Condition condition) {
        switch (condition) {
            case Condition.Completed completed -> kind.setValue(Kind.COMPLETED);
            case Condition.Quizzes quizzes -> kind.setValue(Kind.QUIZZES);
            case Condition.Identity identity -> kind.setValue(Kind.IDENTITY);
            case Condition.Grade(double least) -> {
                kind.setValue(Kind.GRADE);
                grade.setValue((int) Math.round(least * PERCENT));
            }
            case Condition.Activities(List<String> units) -> {
                kind.setValue(Kind.ACTIVITIES);
                activities.setValue(Set.copyOf(units));
            }
            case Condition.FinishedBy(LocalDate last) -> {
                kind.setValue(Kind.FINISHED_BY);
                day.setValue(last);
            }
            case Condition.Group group -> throw new RuleViolation("credentials.rule.conditions.nested");
        }
    }

    private void showFields() {
        Kind now = kind.getValue();
        show(grade, now == Kind.GRADE);
        show(activities, now == Kind.ACTIVITIES);
        show(day, now == Kind.FINISHED_BY);
    }

    private static void show(Component field, boolean shown) {
        field.setVisible(shown);
    }
}
