package org.collegium.gradebook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.gradebook.rules.Entry;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.TimeFields;

/** Asks from when learners see the grades of an entry. */
final class ReleaseDialog extends Dialog {

    private final Moments moments = Moments.here();
    private final DateTimePicker at = new DateTimePicker();
    private final transient FieldFaults faults = new FieldFaults(Map.of("gradebook.release.date", at));
    private final transient Consumer<Instant> keep;

    ReleaseDialog(Entry entry, Consumer<Instant> keep) {
        this.keep = keep;
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("gradebook.release.date") + ": " + entry.title());
        TimeFields.describe(
                moments,
                at,
                getTranslation("gradebook.release.date.field"),
                getTranslation("gradebook.times.help", moments.zoneName()),
                entry.release().at());
        add(at, new Paragraph(getTranslation("gradebook.release.date.text")));
        Button save = new Button(getTranslation("gradebook.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private void save() {
        if (!faults.readable()) {
            return;
        }
        Instant time = moments.instant(at.getValue());
        if (time == null) {
            faults.tell(new RuleViolation("gradebook.release.date.missing"));
            return;
        }
        keep.accept(time);
        close();
    }
}
