package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.collegium.assessment.exam.Accommodation;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.RunPerson;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.jspecify.annotations.Nullable;

/** Asks what a learner is given in quizzes beside what holds for everybody; a broken rule is told at its field. */
final class AccommodationDialog extends Dialog {

    private final LocalTimes times = LocalTimes.here();
    private final ComboBox<RunPerson> learner = new ComboBox<>();
    private final Select<String> quiz = new Select<>();
    private final IntegerField percent = new IntegerField();
    private final IntegerField minutes = new IntegerField();
    private final DateTimePicker opens = new DateTimePicker();
    private final DateTimePicker closes = new DateTimePicker();
    private final IntegerField attempts = new IntegerField();
    private final TextArea reason = new TextArea();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "assessment.given.learner", learner,
            "assessment.given.percent", percent,
            "assessment.given.minutes", minutes,
            "assessment.given.attempts", attempts,
            "assessment.given.reason", reason,
            "assessment.times.opens", opens,
            "assessment.times.closes", closes));
    private final transient Consumer<AccommodationData> keep;
    private final transient KeptTyping typing;

    /** Learners by part of a name or an address. */
    @FunctionalInterface
    interface Searching {
        List<RunPerson> find(String text, PageRequest page);
    }

    /**
     * @param before what is changed; null to give something new
     * @param place where what is typed is kept
     */
    AccommodationDialog(
            @Nullable Accommodation before,
            List<TimedQuiz> quizzes,
            Searching learners,
            String place,
            Consumer<AccommodationData> keep) {
        this.keep = keep;
        addClassName("c-dialog");
        setHeaderTitle(
                before == null
                        ? getTranslation("assessment.given.give")
                        : getTranslation("assessment.given.change.of", before.name()));
        describe(before == null ? null : before.data());
        learner.setItems(query ->
                learners
                        .find(query.getFilter().orElse(""), new PageRequest(query.getOffset(), query.getLimit()))
                        .stream());
        quiz.setItems(Stream.concat(Stream.of(""), quizzes.stream().map(TimedQuiz::unitKey))
                .toList());
        quiz.setItemLabelGenerator(key -> quizzes.stream()
                .filter(one -> one.unitKey().equals(key))
                .map(TimedQuiz::title)
                .findFirst()
                .orElseGet(() -> getTranslation("assessment.given.all-quizzes")));
        quiz.setValue("");
        if (before != null) {
            learner.setValue(new RunPerson(before.data().learner(), before.name(), before.email()));
            learner.setReadOnly(true);
            quiz.setValue(before.data().unitKey());
            quiz.setReadOnly(true);
        }
        Paragraph rule = new Paragraph(getTranslation("assessment.given.rule"));
        rule.addClassNames("c-muted", "c-small");
        Div fields = new Div(learner, quiz, percent, minutes, attempts, opens, closes, reason, rule);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, place)
                .with("percent", percent, Integer::valueOf)
                .with("minutes", minutes, Integer::valueOf)
                .with("attempts", attempts, Integer::valueOf)
                .with("opens", opens, LocalDateTime::parse)
                .with("closes", closes, LocalDateTime::parse)
                .with("reason", reason);
        Button save = new Button(getTranslation("assessment.given.save"), click -> save());
        save.addThemeNames("primary");
        Button cancel = new Button(getTranslation("shared.cancel"), click -> {
            typing.forget();
            close();
        });
        getFooter().add(cancel, save);
    }

    private void describe(@Nullable AccommodationData now) {
        learner.setLabel(getTranslation("assessment.given.learner"));
        learner.setItemLabelGenerator(person -> person.name() + ", " + person.email());
        quiz.setLabel(getTranslation("assessment.given.quiz"));
        Numbers.describe(
                percent,
                getTranslation("assessment.given.percent"),
                getTranslation("assessment.given.percent.help"),
                now == null || now.extraPercent() == 0 ? null : now.extraPercent());
        Numbers.describe(
                minutes,
                getTranslation("assessment.given.minutes"),
                getTranslation("assessment.given.minutes.help"),
                now == null || now.extraMinutes() == 0 ? null : now.extraMinutes());
        Numbers.describe(
                attempts,
                getTranslation("assessment.given.attempts"),
                getTranslation("assessment.given.attempts.help"),
                now == null || now.extraAttempts() == 0 ? null : now.extraAttempts());
        String help = getTranslation("assessment.given.dates.help", times.zoneName());
        TimeFields.describe(
                times, opens, getTranslation("assessment.times.opens"), help, now == null ? null : now.opens());
        TimeFields.describe(
                times, closes, getTranslation("assessment.times.closes"), help, now == null ? null : now.closes());
        reason.setLabel(getTranslation("assessment.given.reason"));
        reason.setHelperText(getTranslation("assessment.given.reason.help"));
        reason.setValue(now == null ? "" : now.reason());
    }

    private void save() {
        boolean readable = faults.readable();
        RunPerson person = learner.getValue();
        if (person == null) {
            faults.tell(new RuleViolation("assessment.given.learner.missing"));
            return;
        }
        try {
            AccommodationData given = new AccommodationData(
                    person.id(),
                    quiz.getValue(),
                    Numbers.orNone(percent),
                    Numbers.orNone(minutes),
                    times.instant(opens.getValue()),
                    times.instant(closes.getValue()),
                    Numbers.orNone(attempts),
                    reason.getValue());
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
