package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.identity.AccountId;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.jspecify.annotations.Nullable;

/** The fields for what is given in quizzes, without who is given it. */
final class AccommodationFields extends Div {

    private final Moments times = Moments.here();
    private final Select<String> quiz = new Select<>();
    private final IntegerField percent = new IntegerField();
    private final IntegerField minutes = new IntegerField();
    private final DateTimePicker opens = new DateTimePicker();
    private final DateTimePicker closes = new DateTimePicker();
    private final IntegerField attempts = new IntegerField();
    private final TextArea reason = new TextArea();

    /** @param now what is changed, of which the quiz stays; null for something new */
    AccommodationFields(@Nullable AccommodationData now, List<TimedQuiz> quizzes) {
        addClassName("c-studio-form");
        quiz.setLabel(getTranslation("assessment.given.quiz"));
        quiz.setItems(Stream.concat(Stream.of(""), quizzes.stream().map(TimedQuiz::unitKey))
                .toList());
        quiz.setItemLabelGenerator(key -> quizzes.stream()
                .filter(one -> one.unitKey().equals(key))
                .map(TimedQuiz::title)
                .findFirst()
                .orElseGet(() -> getTranslation("assessment.given.all-quizzes")));
        quiz.setValue(now == null ? "" : now.unitKey());
        quiz.setReadOnly(now != null);
        describe(percent, "percent", now == null ? 0 : now.extraPercent());
        describe(minutes, "minutes", now == null ? 0 : now.extraMinutes());
        describe(attempts, "attempts", now == null ? 0 : now.extraAttempts());
        String help = getTranslation("assessment.given.dates.help", times.zoneName());
        TimeFields.describe(
                times, opens, getTranslation("assessment.times.opens"), help, now == null ? null : now.opens());
        TimeFields.describe(
                times, closes, getTranslation("assessment.times.closes"), help, now == null ? null : now.closes());
        reason.setLabel(getTranslation("assessment.given.reason"));
        reason.setHelperText(getTranslation("assessment.given.reason.help"));
        reason.setValue(now == null ? "" : now.reason());
        Paragraph rule = new Paragraph(getTranslation("assessment.given.rule"));
        rule.addClassNames("c-muted", "c-small");
        add(quiz, percent, minutes, attempts, opens, closes, reason, rule);
    }

    private void describe(IntegerField field, String key, int now) {
        Numbers.describe(
                field,
                getTranslation("assessment.given." + key),
                getTranslation("assessment.given." + key + ".help"),
                now == 0 ? null : now);
    }

    /** Tells what is wrong at these fields and at others beside them. */
    FieldFaults faults(Map<String, HasValidationProperties> others) {
        Map<String, HasValidationProperties> all = new HashMap<>(others);
        all.putAll(Map.of(
                "assessment.given.percent", percent,
                "assessment.given.minutes", minutes,
                "assessment.given.attempts", attempts,
                "assessment.given.reason", reason,
                "assessment.times.opens", opens,
                "assessment.times.closes", closes));
        return new FieldFaults(all);
    }

    /** @param place where what is typed is kept */
    KeptTyping kept(String place) {
        return new KeptTyping(this, place)
                .with("percent", percent, Integer::valueOf)
                .with("minutes", minutes, Integer::valueOf)
                .with("attempts", attempts, Integer::valueOf)
                .with("opens", opens, LocalDateTime::parse)
                .with("closes", closes, LocalDateTime::parse)
                .with("reason", reason);
    }

    String unitKey() {
        return quiz.getValue();
    }

    /** What is to be told of another quiz. */
    void onQuizChanged(Runnable told) {
        quiz.addValueChangeListener(change -> told.run());
    }

    /** @throws org.collegium.shared.RuleViolation when it breaks a rule */
    AccommodationData value(AccountId learner) {
        return new AccommodationData(
                learner,
                quiz.getValue(),
                Numbers.orNone(percent),
                Numbers.orNone(minutes),
                times.instant(opens.getValue()),
                times.instant(closes.getValue()),
                Numbers.orNone(attempts),
                reason.getValue());
    }
}
