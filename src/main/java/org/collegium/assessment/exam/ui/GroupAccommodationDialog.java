package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.PastedLine;
import org.collegium.enrolment.PastedLine.Outcome;
import org.collegium.enrolment.ui.PastedLearners;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Gives several learners the same: addresses are pasted or chosen, then it is seen who is meant, and what could not be read. */
final class GroupAccommodationDialog extends Dialog {

    private final transient Accommodations accommodations;
    private final CourseRunId run;
    private final transient IntConsumer given;
    private final transient PastedLearners pasted;
    private final AccommodationFields fields;
    private final transient FieldFaults faults;
    private final transient KeptTyping typing;

    /** @param given is told how many learners were given something */
    GroupAccommodationDialog(
            List<TimedQuiz> quizzes, Accommodations accommodations, CourseRunId run, IntConsumer given) {
        this.accommodations = accommodations;
        this.run = run;
        this.given = given;
        addClassNames("c-dialog", "c-dialog-wide");
        setHeaderTitle(getTranslation("assessment.given.group"));
        pasted = new PastedLearners(
                "assessment.given.pasted",
                "assessment.given.group.give",
                EnumSet.of(Outcome.FOUND, Outcome.REPLACES),
                (text, page) -> accommodations.learners(run, text, page));
        fields = new AccommodationFields(null, quizzes);
        faults = fields.faults(Map.of("enrolment.pasted", pasted.addresses()));
        fields.onQuizChanged(pasted::outdated);
        fields.addComponentAtIndex(0, pasted.addresses());
        fields.addComponentAtIndex(1, pasted.choice());
        add(fields, pasted.preview());
        typing = fields.kept("accommodation/" + run + "/group").with("addresses", pasted.addresses());
        Button look = new Button(
                getTranslation("assessment.given.group.look"), click -> pasted.look(faults, this::read, this::judge));
        pasted.act().addClickListener(click -> give());
        getFooter().add(typing.cancel(this), look, pasted.act());
    }

    private List<PastedLine> read(String text) {
        return accommodations.read(run, fields.unitKey(), text);
    }

    /** What is typed beside the addresses, as for anybody. */
    private void judge() {
        AccommodationData unused = fields.value(AccountId.next());
    }

    private void give() {
        List<AccountId> learners = pasted.learners();
        if (!faults.readable() || learners.isEmpty()) {
            return;
        }
        try {
            accommodations.give(run, learners.stream().map(fields::value).toList());
            typing.forget();
            close();
            given.accept(learners.size());
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
