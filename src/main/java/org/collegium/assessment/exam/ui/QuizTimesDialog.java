package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.util.Map;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.jspecify.annotations.Nullable;

/** Asks for the times of a quiz; a broken rule is told at its field. */
final class QuizTimesDialog extends Dialog {

    private final Moments times = Moments.here();
    private final DateTimePicker opens = new DateTimePicker();
    private final DateTimePicker closes = new DateTimePicker();
    private final IntegerField minutes = new IntegerField();
    private final IntegerField attempts = new IntegerField();
    private final TextField password = new TextField();
    private final Checkbox noPassword = new Checkbox();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "assessment.times.opens", opens,
            "assessment.times.closes", closes,
            "assessment.times.minutes", minutes,
            "assessment.times.attempts", attempts,
            "assessment.times.password", password));
    private final transient Keeping keep;
    private final transient KeptTyping typing;

    /** What is done with what was given. */
    @FunctionalInterface
    interface Keeping {

        /** @param password null to leave it as it is, empty for none */
        void keep(QuizSetting setting, @Nullable String password);
    }

    /** @param place where what is typed is kept */
    QuizTimesDialog(TimedQuiz quiz, String place, Keeping keep) {
        this.keep = keep;
        setHeaderTitle(getTranslation("assessment.times.change.of", quiz.title()));
        addClassName("c-dialog");
        QuizSetting now = quiz.setting();
        String zone = times.zoneName();
        TimeFields.describe(
                times,
                opens,
                getTranslation("assessment.times.opens"),
                getTranslation("assessment.times.opens.help", zone),
                now.opens());
        TimeFields.describe(
                times,
                closes,
                getTranslation("assessment.times.closes"),
                getTranslation("assessment.times.closes.help", zone),
                now.closes());
        Numbers.describe(
                minutes,
                getTranslation("assessment.times.minutes"),
                getTranslation("assessment.times.minutes.help"),
                now.minutes());
        Numbers.describe(
                attempts,
                getTranslation("assessment.times.attempts"),
                getTranslation("assessment.times.attempts.help"),
                now.attempts());
        password.setLabel(getTranslation("assessment.times.password"));
        password.setHelperText(getTranslation(
                quiz.password() ? "assessment.times.password.help.kept" : "assessment.times.password.help"));
        password.getElement().setAttribute("autocomplete", "off");
        noPassword.setLabel(getTranslation("assessment.times.password.none"));
        noPassword.setVisible(quiz.password());
        noPassword.addValueChangeListener(change -> password.setEnabled(!change.getValue()));
        Div fields = new Div(opens, closes, minutes, attempts, password, noPassword);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, place)
                .with("opens", opens, LocalDateTime::parse)
                .with("closes", closes, LocalDateTime::parse)
                .with("minutes", minutes, Integer::valueOf)
                .with("attempts", attempts, Integer::valueOf);
        Button save = new Button(getTranslation("assessment.times.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            QuizSetting given = new QuizSetting(
                    times.instant(opens.getValue()),
                    times.instant(closes.getValue()),
                    minutes.getValue(),
                    attempts.getValue());
            if (readable) {
                keep.keep(given, password());
                typing.forget();
                close();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    private @Nullable String password() {
        if (noPassword.getValue()) {
            return "";
        }
        return password.isEmpty() ? null : password.getValue();
    }
}
