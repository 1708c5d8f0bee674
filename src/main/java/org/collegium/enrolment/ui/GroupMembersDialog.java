package org.collegium.enrolment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.PastedLine.Outcome;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroups;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Brings learners into a group: addresses are pasted or chosen, then it is seen who is meant, and what could not be read. */
final class GroupMembersDialog extends Dialog {

    private final transient RunGroups groups;
    private final CourseRunId run;
    private final RunGroup group;
    private final transient IntConsumer added;
    private final transient PastedLearners pasted;
    private final transient FieldFaults faults;
    private final transient KeptTyping typing;

    /** @param added is told how many learners came in */
    GroupMembersDialog(RunGroups groups, CourseRunId run, RunGroup group, IntConsumer added) {
        this.groups = groups;
        this.run = run;
        this.group = group;
        this.added = added;
        addClassNames("c-dialog", "c-dialog-wide");
        setHeaderTitle(getTranslation("enrolment.group.members.add"));
        pasted = new PastedLearners(
                "enrolment.pasted",
                "enrolment.group.members.bring",
                EnumSet.of(Outcome.FOUND),
                (text, page) -> groups.others(run, group.id(), text, page));
        faults = new FieldFaults(Map.of("enrolment.pasted", pasted.addresses(), "enrolment.group", pasted.addresses()));
        Div fields = new Div(pasted.addresses(), pasted.choice());
        fields.addClassName("c-studio-form");
        add(fields, pasted.preview());
        typing = new KeptTyping(fields, "group/" + run + "/" + group.id()).with("addresses", pasted.addresses());
        Button look = new Button(
                getTranslation("enrolment.group.members.look"),
                click -> pasted.look(faults, text -> groups.read(run, group.id(), text), () -> {}));
        pasted.act().addClickListener(click -> bring());
        getFooter().add(typing.cancel(this), look, pasted.act());
    }

    private void bring() {
        List<AccountId> learners = pasted.learners();
        if (learners.isEmpty()) {
            return;
        }
        try {
            groups.add(run, group.id(), learners);
            typing.forget();
            close();
            added.accept(learners.size());
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
