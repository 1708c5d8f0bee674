package org.collegium.courses.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.IntegerField.IntegerFieldI18n;
import java.time.Instant;
import java.time.LocalDateTime;
import org.collegium.courses.SectionTime;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.jspecify.annotations.Nullable;

/** Asks for the time of a section: none, on a date, or days after something. */
final class SectionTimeField extends Div {

    private final Moments moments = Moments.here();
    private final Select<Way> way = new Select<>();
    private final DateTimePicker date = new DateTimePicker();
    private final IntegerField days = new IntegerField();

    private enum Way {
        NONE,
        DATE,
        START,
        JOINING
    }

    /**
     * @param what {@code opens} or {@code due}
     * @param section its title, for those who hear the field
     */
    SectionTimeField(String what, String section, @Nullable SectionTime now) {
        addClassName("c-schedule-time");
        way.setLabel(getTranslation("courses.schedule." + what));
        way.setAriaLabel(getTranslation("courses.schedule." + what + ".of", section));
        way.setItems(Way.values());
        way.setItemLabelGenerator(
                one -> getTranslation("courses.schedule." + (one == Way.NONE ? what + ".none" : "way." + one.name())));
        date.setAriaLabel(getTranslation("courses.schedule.date.of", section));
        days.setAriaLabel(getTranslation("courses.schedule.days.of", section));
        String unreadable = getTranslation("shared.field.unreadable");
        TimeFields.prepare(date);
        days.setI18n(new IntegerFieldI18n()
                .setBadInputErrorMessage(unreadable)
                .setMinErrorMessage(getTranslation("courses.schedule.days.help"))
                .setMaxErrorMessage(getTranslation("courses.schedule.days.help")));
        days.setMin(0);
        days.setMax(SectionTime.MOST_DAYS);
        days.setStepButtonsVisible(true);
        way.addValueChangeListener(change -> follow());
        show(now);
        add(way, date, days);
    }

    private void show(@Nullable SectionTime now) {
        way.setValue(
                switch (now) {
                    case null -> Way.NONE;
                    case SectionTime.On(Instant at) -> {
                        date.setValue(moments.local(at));
                        yield Way.DATE;
                    }
                    case SectionTime.AfterStart(int after) -> {
                        days.setValue(after);
                        yield Way.START;
                    }
                    case SectionTime.AfterJoining(int after) -> {
                        days.setValue(after);
                        yield Way.JOINING;
                    }
                });
        follow();
    }

    private void follow() {
        date.setVisible(way.getValue() == Way.DATE);
        days.setVisible(way.getValue() == Way.START || way.getValue() == Way.JOINING);
    }

    /** Whether something was chosen and then nothing, or nothing readable, typed; it is told at the field. */
    boolean isIncomplete() {
        boolean noDate = date.isVisible() && date.getValue() == null;
        Integer typed = days.getValue();
        boolean noDays = days.isVisible() && (typed == null || typed < 0 || typed > SectionTime.MOST_DAYS);
        date.setInvalid(noDate);
        days.setInvalid(noDays);
        if (noDate) {
            date.setErrorMessage(getTranslation("courses.schedule.date.help"));
        }
        if (noDays) {
            days.setErrorMessage(getTranslation("courses.schedule.days.help"));
        }
        return noDate || noDays;
    }

    /** What was said; null for nothing. */
    @Nullable
    SectionTime time() {
        LocalDateTime at = date.getValue();
        Integer after = days.getValue();
        return switch (way.getValue()) {
            case NONE -> null;
            case DATE ->
                at == null ? null : new SectionTime.On(at.atZone(moments.zone()).toInstant());
            case START -> after == null ? null : new SectionTime.AfterStart(after);
            case JOINING -> after == null ? null : new SectionTime.AfterJoining(after);
        };
    }
}
