package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.assessment.exam.Accommodation;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.enrolment.RunPerson;
import org.collegium.enrolment.ui.LearnerChoice;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;
import org.jspecify.annotations.Nullable;

/** Asks what a learner is given in quizzes beside what holds for everybody; a broken rule is told at its field. */
final class AccommodationDialog extends Dialog {

    private final LearnerChoice learner;
    private final AccommodationFields fields;
    private final transient FieldFaults faults;
    private final transient Consumer<AccommodationData> keep;
    private final transient KeptTyping typing;

    /**
     * @param before what is changed; null to give something new
     * @param place where what is typed is kept
     */
    AccommodationDialog(
            @Nullable Accommodation before,
            List<TimedQuiz> quizzes,
            LearnerChoice.Searching learners,
            String place,
            Consumer<AccommodationData> keep) {
        this.keep = keep;
        this.fields = new AccommodationFields(before == null ? null : before.data(), quizzes);
        this.learner = new LearnerChoice(getTranslation("assessment.given.learner"), learners);
        this.faults = fields.faults(Map.of("assessment.given.learner", learner));
        addClassName("c-dialog");
        setHeaderTitle(
                before == null
                        ? getTranslation("assessment.given.give")
                        : getTranslation("assessment.given.change.of", before.name()));
        if (before != null) {
            learner.setValue(new RunPerson(before.data().learner(), before.name(), before.email()));
            learner.setReadOnly(true);
        }
        fields.addComponentAsFirst(learner);
        add(fields);
        typing = fields.kept(place);
        Button save = new Button(getTranslation("assessment.given.save"), click -> save());
        save.addThemeNames("primary");
        getFooter().add(typing.cancel(this), save);
    }

    private void save() {
        boolean readable = faults.readable();
        RunPerson person = learner.getValue();
        if (person == null) {
            faults.tell(new RuleViolation("assessment.given.learner.missing"));
            return;
        }
        try {
            AccommodationData given = fields.value(person.id());
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
