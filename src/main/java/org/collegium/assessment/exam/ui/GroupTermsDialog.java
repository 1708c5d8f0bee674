package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.GroupAccommodations;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseRun;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroups;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Asks what the learners of a group are given in quizzes, as long as they are in it. */
final class GroupTermsDialog extends Dialog {

    private final transient GroupAccommodations given;
    private final transient CourseRun run;
    private final transient Runnable changed;
    private final ComboBox<RunGroup> group = new ComboBox<>();
    private final AccommodationFields fields;
    private final transient FieldFaults faults;
    private final transient KeptTyping typing;

    /** @param changed is told when something was given */
    GroupTermsDialog(
            GroupAccommodations given, RunGroups groups, CourseRun run, List<TimedQuiz> quizzes, Runnable changed) {
        this.given = given;
        this.run = run;
        this.changed = changed;
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("assessment.given.to-group.give"));
        fields = new AccommodationFields(null, quizzes);
        faults = fields.faults(Map.of("assessment.given.group", group));
        group.setLabel(getTranslation("assessment.given.to-group"));
        group.setItemLabelGenerator(one -> getTranslation("assessment.given.group.named", one.name(), one.members()));
        group.setItems(
                query -> groups
                        .list(
                                run.id(),
                                query.getFilter().orElse(""),
                                new PageRequest(query.getOffset(), query.getLimit()))
                        .stream());
        Paragraph rule = new Paragraph(
                new Span(getTranslation("assessment.given.to-group.rule")),
                new Span(" "),
                new Anchor(
                        "/studio/courses/" + run.course() + "/groups?run=" + run.id(),
                        new Span(getTranslation("assessment.given.to-group.groups"))));
        rule.addClassNames("c-muted", "c-small");
        fields.addComponentAsFirst(group);
        add(fields, rule);
        typing = fields.kept("accommodation/" + run.id() + "/to-group");
        Button save = new Button(getTranslation("assessment.given.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    private void save() {
        boolean readable = faults.readable();
        RunGroup to = group.getValue();
        if (to == null) {
            faults.tell(new RuleViolation("assessment.given.group.missing"));
            return;
        }
        try {
            AccommodationData model = fields.value(AccountId.next());
            if (readable) {
                given.give(run.id(), to.id(), model);
                typing.forget();
                close();
                Toasts.show(getTranslation("assessment.given.done"));
                changed.run();
            }
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
