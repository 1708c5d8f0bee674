package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.courses.CourseRunData;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.jspecify.annotations.Nullable;

/** Asks for what is said about a run; a broken rule is told at its field. */
final class RunDialog extends Dialog {

    private final Moments moments = Moments.here();
    private final TextField title = new TextField();
    private final DateTimePicker opens = new DateTimePicker();
    private final DateTimePicker closes = new DateTimePicker();
    private final Checkbox selfEnrolment = new Checkbox();
    private final IntegerField capacity = new IntegerField();
    private final ComboBox<String> language = new ComboBox<>();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "courses.run.title", title,
            "courses.run.opens", opens,
            "courses.run.closes", closes,
            "courses.run.capacity", capacity,
            "courses.details.language", language));
    private final transient Consumer<CourseRunData> keep;
    private final transient KeptTyping typing;

    /** @param place where what is typed is kept, such as {@code run/} and the id of the run */
    RunDialog(String heading, CourseRunData now, String place, Consumer<CourseRunData> keep) {
        this.keep = keep;
        setHeaderTitle(heading);
        addClassName("c-dialog");
        String zoneName = moments.zoneName();
        title.setLabel(getTranslation("courses.run.title"));
        title.setValue(now.title());
        opens.setLabel(getTranslation("courses.run.opens"));
        opens.setHelperText(getTranslation("courses.run.opens.help", zoneName));
        opens.setValue(moments.local(now.opens()));
        closes.setLabel(getTranslation("courses.run.closes"));
        closes.setHelperText(getTranslation("courses.run.closes.help", zoneName));
        closes.setValue(moments.local(now.closes()));
        selfEnrolment.setLabel(getTranslation("courses.run.self-enrolment"));
        selfEnrolment.setValue(now.selfEnrolment());
        capacity.setLabel(getTranslation("courses.run.capacity"));
        capacity.setHelperText(getTranslation("courses.run.capacity.help"));
        String unreadable = getTranslation("shared.field.unreadable");
        TimeFields.prepare(opens);
        TimeFields.prepare(closes);
        capacity.setI18n(new IntegerFieldI18n()
                .setBadInputErrorMessage(unreadable)
                .setMinErrorMessage(getTranslation("courses.run.capacity.help"))
                .setMaxErrorMessage(getTranslation("courses.run.capacity.help")));
        capacity.setMin(1);
        capacity.setMax(100_000);
        capacity.setValue(now.capacity());
        language(now.language());
        Div fields = new Div(title, opens, closes, selfEnrolment, capacity, language);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, place)
                .with("title", title)
                .with("opens", opens, LocalDateTime::parse)
                .with("closes", closes, LocalDateTime::parse)
                .with("self-enrolment", selfEnrolment, Boolean::valueOf)
                .with("capacity", capacity, Integer::valueOf)
                .with("language", language, tag -> tag);
        Button save = new Button(getTranslation("courses.run.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    private void language(@Nullable String now) {
        language.setLabel(getTranslation("courses.run.language"));
        language.setHelperText(getTranslation("courses.run.language.help"));
        language.setItems(Arrays.stream(Locale.getISOLanguages())
                .sorted(Comparator.comparing(this::name))
                .toList());
        language.setItemLabelGenerator(tag -> name(tag) + " (" + tag + ")");
        language.setClearButtonVisible(true);
        language.setAllowCustomValue(true);
        language.addCustomValueSetListener(given -> language.setValue(given.getDetail()));
        language.setValue(now);
    }

    private String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(getLocale());
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            CourseRunData given = new CourseRunData(
                    title.getValue(),
                    moments.instant(opens.getValue()),
                    moments.instant(closes.getValue()),
                    selfEnrolment.getValue(),
                    capacity.getValue(),
                    language.getValue());
            if (readable) {
                keep.accept(given);
                typing.forget();
                close();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
