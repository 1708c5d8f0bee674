package org.collegium.labs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.collegium.activity.ActivityPlace;
import org.collegium.labs.authoring.LabTrials;
import org.collegium.shared.RuleViolation;

/** An author hands in what they tried in the preview, and sees what it would get. */
final class PreviewHandIn extends Section {

    private final transient LabTrials trials;
    private final transient ActivityPlace place;
    private final LabNotebookElement notebook;
    private final TrialPanel results;
    private final Paragraph told = new Paragraph();
    private final Button submit;

    PreviewHandIn(LabTrials trials, ActivityPlace place, LabNotebookElement notebook) {
        this.trials = trials;
        this.place = place;
        this.notebook = notebook;
        this.results = new TrialPanel(trials, place);
        this.submit = new Button(getTranslation("labs.trial.hand-in"), click -> handIn());
        submit.setDisableOnClick(true);
        told.getElement().setAttribute("role", "status");
        told.addClassName("lab-told");
        Paragraph rule = new Paragraph(getTranslation("labs.trial.rule"));
        rule.addClassName("c-muted");
        addClassName("lab-hand-in");
        add(new H2(getTranslation("labs.hand-in")), rule, submit, told, results);
    }

    /** First everything typed is in the database, then it is graded. */
    private void handIn() {
        told.setText(getTranslation("labs.saving.first"));
        notebook.saved().then(Boolean.class, saved -> {
            told.setText(Boolean.TRUE.equals(saved) ? handedIn() : getTranslation("labs.not-saved"));
            submit.setEnabled(true);
        });
    }

    /** Returns what there is to tell. */
    private String handedIn() {
        try {
            trials.handIn(place.learner(), place);
            results.refresh();
            return "";
        } catch (RuleViolation violation) {
            return getTranslation(violation.code(), violation.arguments().toArray());
        }
    }
}
