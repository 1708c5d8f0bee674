package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunData;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.PublishResult;
import org.collegium.courses.Publishing;
import org.collegium.courses.PublishingPlan;
import org.collegium.courses.RunChoice;
import org.collegium.courses.VersionDifference;
import org.collegium.courses.VersionNotes;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** Says what publishing will do, lets one choose who gets the version, and does it. */
final class PublishDialog extends Dialog {

    private static final int NAMED = 8;

    private final transient CourseId course;
    private final transient Publishing publishing;
    private final transient PublishingPlan plan;
    private final transient FaultTexts texts;
    private final transient Runnable afterwards;
    private final transient Runnable toVersions;
    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
    private final TextField title = new TextField();
    private final TextArea notes = new TextArea();
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("courses.run.title", title, "courses.notes", notes));
    private final transient KeptTyping typing;
    private final Button publish = new Button();

    /**
     * @param afterwards where a first version leads
     * @param toVersions where a later one leads, which runs do not have yet
     */
    PublishDialog(
            CourseId course,
            Publishing publishing,
            PublishingPlan plan,
            FaultTexts texts,
            Runnable afterwards,
            Runnable toVersions) {
        this.course = course;
        this.publishing = publishing;
        this.plan = plan;
        this.texts = texts;
        this.afterwards = afterwards;
        this.toVersions = toVersions;
        addClassName("c-dialog");
        Div fields = new Div(notes);
        typing = new KeptTyping(fields, "notes/" + course).with("notes", notes);
        boolean mayPublish = plan.blocks().isEmpty() && !plan.nothingNew() && plan.reviewed();
        getFooter().add(new Button(getTranslation(mayPublish ? "shared.cancel" : "shared.close"), click -> close()));
        if (!plan.blocks().isEmpty()) {
            setHeaderTitle(getTranslation("courses.publish.not-yet"));
            add(
                    new Paragraph(getTranslation(
                            "courses.publish.blocked", plan.blocks().size())),
                    new ChecksList(course, plan.blocks(), true, texts));
        } else if (plan.nothingNew()) {
            setHeaderTitle(getTranslation("courses.publish.nothing-new"));
            add(new Paragraph(getTranslation("courses.publish.nothing-new.text", plan.number() - 1)));
        } else if (!plan.reviewed()) {
            setHeaderTitle(getTranslation("courses.publish.not-yet"));
            add(
                    new Paragraph(getTranslation("courses.publish.unreviewed")),
                    StudioView.onwards(
                            CoursesNavigation.course(course) + "/review",
                            getTranslation("courses.publish.unreviewed.submit")));
        } else {
            setHeaderTitle(getTranslation("courses.publish.title", plan.number()));
            add(preview(fields));
            publish.setText(getTranslation("courses.publish.verb", plan.number()));
            publish.addClickListener(click -> publish());
            publish.addThemeNames("primary");
            publish.setDisableOnClick(true);
            getFooter().add(publish);
        }
    }

    private Component preview(Div fields) {
        Div preview = new Div();
        preview.addClassName("c-studio");
        preview.add(new Paragraph(getTranslation("courses.publish.immutable")));
        plan.difference().ifPresent(difference -> preview.add(changes(difference)));
        if (!plan.warnings().isEmpty()) {
            preview.add(new Paragraph(
                    getTranslation("courses.publish.warnings", plan.warnings().size())));
        }
        notes.setLabel(getTranslation("courses.publish.notes"));
        notes.setHelperText(getTranslation("courses.publish.notes.help"));
        notes.setWidthFull();
        notes.setMinRows(3);
        preview.add(fields);
        if (plan.runs().isEmpty()) {
            preview.add(new Paragraph(getTranslation("courses.publish.first-run")));
        } else {
            preview.add(choices());
        }
        return preview;
    }

    private Component changes(VersionDifference difference) {
        Div changes = new Div(new H3(getTranslation("courses.publish.changes")));
        UnorderedList list = new UnorderedList();
        named(list, "courses.publish.added", difference.added());
        named(list, "courses.publish.changed", difference.changed());
        named(list, "courses.publish.removed", difference.removed());
        if (difference.details()) {
            list.add(new ListItem(getTranslation("courses.publish.details")));
        }
        if (list.getComponentCount() == 0) {
            list.add(new ListItem(getTranslation("courses.publish.order")));
        }
        changes.add(list);
        return changes;
    }

    private void named(UnorderedList list, String key, List<CourseUnit> units) {
        if (!units.isEmpty()) {
            String names = String.join(
                    ", ", units.stream().limit(NAMED).map(CourseUnit::title).toList());
            String more =
                    units.size() > NAMED ? " " + getTranslation("courses.publish.and-more", units.size() - NAMED) : "";
            list.add(new ListItem(getTranslation(key, units.size(), names + more)));
        }
    }

    private Component choices() {
        choice.setLabel(getTranslation("courses.publish.who"));
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(one -> getTranslation("courses.publish.who." + one.name()));
        choice.setHelperText(getTranslation("courses.publish.who.help"));
        choice.setValue(Choice.LATER);
        title.setLabel(getTranslation("courses.publish.run-title"));
        title.setValue(plan.runs().getFirst().title());
        title.setWidthFull();
        title.setVisible(false);
        choice.addValueChangeListener(change -> title.setVisible(change.getValue() == Choice.OPEN));
        Div choices = new Div(choice, title);
        choices.addClassName("c-studio-stack");
        return choices;
    }

    private void publish() {
        boolean readable = faults.readable();
        try {
            VersionNotes said = new VersionNotes(notes.getValue());
            RunChoice wish = wish();
            if (!readable) {
                publish.setEnabled(true);
                return;
            }
            PublishResult result = publishing.publish(course, plan.revision(), wish, said);
            Runnable next = afterwards;
            switch (result) {
                case PublishResult.Published published -> {
                    typing.forget();
                    Toasts.show(getTranslation("courses.publish.done", published.number()));
                    next = published.number() > 1 ? toVersions : afterwards;
                }
                case PublishResult.Blocked blocked ->
                    Toasts.problem(getTranslation(
                            "courses.publish.blocked", blocked.checks().size()));
                case PublishResult.Unreviewed unreviewed ->
                    Toasts.problem(getTranslation("courses.publish.unreviewed"));
                case PublishResult.NothingNew nothing -> Toasts.show(getTranslation("courses.publish.nothing-new"));
            }
            close();
            next.run();
        } catch (RuleViolation violation) {
            faults.tell(violation);
            publish.setEnabled(true);
        }
    }

    private RunChoice wish() {
        if (plan.runs().isEmpty()) {
            return new RunChoice.NewRun(CourseRunData.open(plan.title()));
        }
        return choice.getValue() == Choice.OPEN
                ? new RunChoice.NewRun(CourseRunData.open(title.getValue()))
                : new RunChoice.LaterRuns();
    }

    /** Who gets the version. */
    private enum Choice {
        LATER,
        OPEN
    }
}
