package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.Retirement;
import org.collegium.courses.RetirementData;
import org.collegium.courses.VersionRetirement;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.jspecify.annotations.Nullable;

/** Asks from when a course or one of its versions is retired, what learners are told, and which course takes its place. */
final class RetireDialog extends Dialog {

    private final Moments moments = Moments.here();
    private final DateTimePicker at = new DateTimePicker();
    private final TextArea message = new TextArea();
    private final Select<CourseListItem> successor = new Select<>();
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "courses.retirement.at", at,
            "courses.retirement.message", message,
            "courses.retirement.successor", successor));
    private final Paragraph text = new Paragraph();
    private final Button save = new Button();
    private final String past;
    private final transient Consumer<RetirementData> announce;
    private final transient KeptTyping typing;

    /**
     * @param others that may take its place
     * @param place where what is typed is kept
     */
    RetireDialog(
            Optional<Retirement> now, List<CourseListItem> others, String place, Consumer<RetirementData> announce) {
        this(
                "courses.retirement.at.past",
                now.map(Retirement::at),
                now.map(Retirement::message).orElse(""),
                place,
                announce);
        setHeaderTitle(getTranslation("courses.retirement.title"));
        at.setLabel(getTranslation("courses.retirement.at"));
        text.setText(getTranslation("courses.retirement.text"));
        successor.setVisible(true);
        successor.setItems(others);
        now.flatMap(Retirement::successor)
                .flatMap(next -> others.stream()
                        .filter(course -> course.id().equals(next.course()))
                        .findFirst())
                .ifPresent(successor::setValue);
    }

    /**
     * The same for a course that leaves the catalogue now.
     *
     * @param retire takes what learners are told, and the course that takes its place
     */
    static RetireDialog atOnce(
            Optional<Retirement> now,
            List<CourseListItem> others,
            String place,
            BiConsumer<String, @Nullable CourseId> retire) {
        RetireDialog dialog =
                new RetireDialog(now, others, place, data -> retire.accept(data.message(), data.successor()));
        dialog.setHeaderTitle(dialog.getTranslation("courses.retirement.now.title"));
        dialog.text.setText(dialog.getTranslation("courses.retirement.now.text"));
        dialog.save.setText(dialog.getTranslation("courses.retirement.now"));
        dialog.at.setVisible(false);
        return dialog;
    }

    /** The same for one version of a course. */
    static RetireDialog ofVersion(
            int number, Optional<VersionRetirement> now, String place, Consumer<RetirementData> announce) {
        RetireDialog dialog = new RetireDialog(
                "courses.retirement.at.past-version",
                now.map(VersionRetirement::at),
                now.map(VersionRetirement::message).orElse(""),
                place,
                announce);
        dialog.setHeaderTitle(dialog.getTranslation("courses.version-retirement.title", number));
        dialog.at.setLabel(dialog.getTranslation("courses.version-retirement.at"));
        dialog.text.setText(dialog.getTranslation("courses.version-retirement.text"));
        return dialog;
    }

    /** @param past what is said of a time that is none to come */
    private RetireDialog(
            String past, Optional<Instant> said, String words, String place, Consumer<RetirementData> announce) {
        this.announce = announce;
        this.past = past;
        addClassName("c-dialog");
        at.setHelperText(getTranslation("courses.retirement.at.help", moments.zoneName()));
        TimeFields.prepare(at);
        message.setLabel(getTranslation("courses.retirement.message"));
        message.setHelperText(getTranslation("courses.retirement.message.help"));
        message.setMinRows(3);
        successor.setLabel(getTranslation("courses.retirement.successor"));
        successor.setVisible(false);
        successor.setItemLabelGenerator(
                course -> course == null ? getTranslation("courses.retirement.successor.none") : course.title());
        successor.setEmptySelectionAllowed(true);
        successor.setEmptySelectionCaption(getTranslation("courses.retirement.successor.none"));
        said.map(moments::local).ifPresent(at::setValue);
        message.setValue(words);
        Div fields = new Div(at, message, successor);
        fields.addClassName("c-studio-form");
        add(text, fields);
        typing = new KeptTyping(fields, place)
                .with("at", at, LocalDateTime::parse)
                .with("message", message);
        save.setText(getTranslation("courses.retirement.announce"));
        save.addClickListener(click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    private void save() {
        boolean readable = faults.readable();
        try {
            CourseListItem next = successor.getValue();
            RetirementData data = new RetirementData(time(), message.getValue(), successorOf(next));
            if (readable) {
                announce.accept(data);
                typing.forget();
                close();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    private Instant time() {
        if (!at.isVisible()) {
            return Instant.EPOCH;
        }
        LocalDateTime chosen = at.getValue();
        if (chosen == null) {
            throw new RuleViolation(past);
        }
        return chosen.atZone(moments.zone()).toInstant();
    }

    private static @Nullable CourseId successorOf(@Nullable CourseListItem next) {
        return next == null ? null : next.id();
    }
}
