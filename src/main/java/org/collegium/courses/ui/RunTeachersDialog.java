package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.courses.CourseRun;
import org.collegium.courses.RunTeacher;
import org.collegium.courses.RunTeachers;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;

/** Asks who teaches a run. */
final class RunTeachersDialog extends Dialog {

    private final ComboBox<RunTeacher> person = new ComboBox<>();
    private final UnorderedList rows = new UnorderedList();
    private final transient Map<AccountId, RunTeacher> chosen = new LinkedHashMap<>();

    RunTeachersDialog(CourseRun run, RunTeachers teachers, Runnable then) {
        setHeaderTitle(getTranslation("courses.run.teachers.of", run.title()));
        addClassName("c-dialog");
        person.setLabel(getTranslation("courses.run.teachers.add"));
        person.setHelperText(getTranslation("courses.run.teachers.add.help"));
        person.setItemLabelGenerator(RunTeacher::name);
        person.setItems(query -> teachers
                .candidates(
                        run.id(), query.getFilter().orElse(""), new PageRequest(query.getOffset(), query.getLimit()))
                .stream());
        person.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                take(change.getValue());
                person.clear();
            }
        });
        rows.addClassName("c-bank-chosen");
        rows.getElement().setAttribute("aria-label", getTranslation("courses.run.teachers"));
        teachers.of(List.of(run.id())).getOrDefault(run.id(), List.of()).forEach(this::take);
        Div fields = new Div(new Paragraph(getTranslation("courses.run.teachers.text")), rows, person);
        fields.addClassName("c-studio-form");
        add(fields);
        FieldFaults faults = new FieldFaults(Map.of("courses.run.teachers", person));
        Button save = new Button(getTranslation("courses.run.teachers.save"), click -> {
            try {
                teachers.state(run.id(), Set.copyOf(chosen.keySet()));
                close();
                then.run();
            } catch (RuleViolation refused) {
                faults.tell(refused);
            }
        });
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), save);
    }

    private void take(RunTeacher teacher) {
        if (chosen.putIfAbsent(teacher.id(), teacher) != null) {
            return;
        }
        ListItem row = new ListItem(new Span(teacher.name()));
        Button remove = new Button(Glyph.X.create(), click -> {
            chosen.remove(teacher.id());
            rows.remove(row);
            person.focus();
        });
        remove.setAriaLabel(getTranslation("courses.run.teachers.remove", teacher.name()));
        remove.addThemeNames("tertiary");
        row.add(remove);
        rows.add(row);
    }
}
