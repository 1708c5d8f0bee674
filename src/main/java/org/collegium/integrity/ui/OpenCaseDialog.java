package org.collegium.integrity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.cases.NewCase;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.TimeFields;
import org.collegium.shared.ui.Toasts;

/** Asks what learners are told when a case is opened, and until when they may answer; a broken rule is told at its field. */
final class OpenCaseDialog extends Dialog {

    private static final int USUAL_DAYS = 7;

    private final Said said = Said.here();
    private final TextArea concern = new TextArea();
    private final DateTimePicker due = new DateTimePicker();
    private final Checkbox second = new Checkbox();
    private final Button save = new Button();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("integrity.case.concern", concern, "integrity.case.due", due));
    private final transient KeptTyping typing;

    /**
     * @param place where what is typed is kept
     * @param open opens the case and returns its id
     */
    OpenCaseDialog(String place, Function<NewCase, UUID> open, UUID course) {
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("integrity.case.open"));
        Paragraph what = new Paragraph(getTranslation("integrity.case.open.what"));
        what.addClassName("c-muted");
        concern.setLabel(getTranslation("integrity.case.concern"));
        concern.setHelperText(getTranslation("integrity.case.concern.help", NewCase.LONGEST));
        due.setLabel(getTranslation("integrity.case.due.label"));
        due.setHelperText(getTranslation("integrity.case.due.help"));
        TimeFields.prepare(due);
        due.setValue(LocalDateTime.ofInstant(
                        Instant.now().plus(USUAL_DAYS, ChronoUnit.DAYS),
                        said.moments().zone())
                .truncatedTo(ChronoUnit.HOURS));
        second.setLabel(getTranslation("integrity.case.second"));
        Div fields = new Div(what, concern, due, second);
        fields.addClassName("c-studio-form");
        add(fields);
        typing = new KeptTyping(fields, "integrity/" + place)
                .with("concern", concern)
                .with("due", due, LocalDateTime::parse)
                .with("second", second, Boolean::valueOf);
        save.setText(getTranslation("integrity.case.open.do"));
        save.addClickListener(click -> save(open, course));
        save.addThemeNames("primary");
        save.setDisableOnClick(true);
        getFooter().add(typing.cancel(this), save);
    }

    private void save(Function<NewCase, UUID> open, UUID course) {
        save.setEnabled(true);
        if (!faults.readable()) {
            return;
        }
        LocalDateTime until = due.getValue();
        try {
            UUID opened = open.apply(new NewCase(
                    concern.getValue(),
                    until == null
                            ? Instant.EPOCH
                            : until.atZone(said.moments().zone()).toInstant(),
                    second.getValue()));
            typing.forget();
            close();
            Toasts.show(getTranslation("integrity.case.opened"));
            UI.getCurrent().navigate(IntegrityNavigation.caseOf(course, opened).substring(1));
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
