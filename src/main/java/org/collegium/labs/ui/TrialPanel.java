package org.collegium.labs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.labs.GradeReport;
import org.collegium.labs.authoring.LabTrial;
import org.collegium.labs.authoring.LabTrials;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What the work that an author handed in last would get; it follows the grading. */
public final class TrialPanel extends Div {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final transient LabTrials trials;
    private final transient ActivityPlace place;
    private final Polling polling = new Polling(this, this::refresh);
    private transient Optional<LabTrial> shown = Optional.empty();

    /** @param place where the author meets the lab */
    public TrialPanel(LabTrials trials, ActivityPlace place) {
        this.trials = trials;
        this.place = place;
        addClassName("lab-results");
        getElement().setAttribute("role", "status");
        refresh();
    }

    /** Looks what there is now. */
    public void refresh() {
        Optional<LabTrial> now = trials.latest(place.learner(), place);
        if (!now.equals(shown)) {
            shown = now;
            removeAll();
            now.ifPresent(this::show);
        }
        polling.whilst(waits(), OFTEN);
    }

    private boolean waits() {
        return shown.filter(trial -> trial.result() == null).isPresent();
    }

    private void show(LabTrial trial) {
        Div card = new Div(new H3(
                trial.origin().isEmpty()
                        ? getTranslation("labs.trial.own")
                        : getTranslation("labs.trial.file", trial.origin())));
        card.addClassNames("lab-submission", "c-surface");
        GradeReport.Graded result = trial.result();
        if (result == null) {
            boolean hindered = trial.hindrance().isPresent() || trial.obstacle().isPresent();
            card.add(new StatusBadge(
                    Status.WAITING, getTranslation(hindered ? "labs.trial.hindered" : "labs.trial.waits")));
            if (trial.hindrance().isPresent()) {
                card.add(new HaltNotice(trial.hindrance().get()));
            } else {
                trial.obstacle()
                        .ifPresent(obstacle -> card.add(
                                new Paragraph(getTranslation("labs.check.obstacle", obstacle)),
                                new Paragraph(getTranslation("labs.check.obstacle.remedy"))));
            }
        } else {
            card.add(new Paragraph(getTranslation(
                    "labs.points", number(result.points()), number(result.maxPoints()), result.maxPoints())));
            result.broken()
                    .ifPresent(broken -> card.add(new Paragraph(
                            getTranslation("labs.broken." + broken.kind().name()))));
            card.add(new TestLines(result, true));
        }
        add(card);
    }

    private String number(double points) {
        return NumberFormat.getNumberInstance(getLocale()).format(points);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        refresh();
    }
}
