package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.collegium.gradebook.rules.Entry;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;
import org.jspecify.annotations.Nullable;

/** Asks until when a learner has time, and why; a broken rule is told at its field. */
final class ExtensionDialog extends Dialog {

    private final Moments moments = Moments.here();
    private final DateTimePicker due = new DateTimePicker();
    private final TextArea reason = new TextArea();
    private final Button end = new Button(getTranslation("gradebook.extend.end"));
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("gradebook.extend.due", due, "gradebook.give.reason", reason));
    private final transient KeptTyping typing;

    /** What is done with an extension. */
    @FunctionalInterface
    interface Extending {
        void extend(@Nullable Instant due, String reason);
    }

    /**
     * @param now until when they have time now
     * @param place where what is typed is kept
     */
    ExtensionDialog(Entry entry, @Nullable Instant now, String place, Extending extending) {
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("gradebook.extend") + ": " + entry.title());
        TimeFields.describe(
                moments,
                due,
                getTranslation("gradebook.extend.due"),
                getTranslation("gradebook.times.help", moments.zoneName()),
                now);
        reason.setLabel(getTranslation("gradebook.reason"));
        reason.setHelperText(getTranslation("gradebook.reason.help"));
        Div fields = new Div(due, reason);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, place)
                .with("due", due, LocalDateTime::parse)
                .with("reason", reason);
        Button save = new Button(
                getTranslation("gradebook.save"),
                click -> act(() -> extending.extend(moments.instant(due.getValue()), reason.getValue())));
        save.addThemeNames("primary");
        end.setVisible(false);
        getFooter().add(end, typing.cancel(this), save);
    }

    /** Offers to take an extension back. */
    ExtensionDialog withEnd(boolean extended, Runnable ending) {
        end.setVisible(extended);
        end.addClickListener(click -> act(ending));
        return this;
    }

    private void act(Runnable act) {
        if (!faults.readable()) {
            return;
        }
        try {
            act.run();
            typing.forget();
            close();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
