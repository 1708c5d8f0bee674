package org.collegium.labs.ui;

import com.vaadin.flow.component.Component;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.content.LessonRenderer;
import org.collegium.labs.work.BrowserPython;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.PlacedLabs;
import org.collegium.labs.work.ServerRuns;

/** Plays labs. */
@org.springframework.stereotype.Component
class LabPlayer implements ActivityPlayer {

    private final LabWork work;
    private final PlacedLabs labs;
    private final LessonRenderer renderer;
    private final RuntimeFiles runtime;
    private final ServerRuns runs;
    private final BrowserPython browser;

    LabPlayer(
            LabWork work,
            PlacedLabs labs,
            LessonRenderer renderer,
            RuntimeFiles runtime,
            ServerRuns runs,
            BrowserPython browser) {
        this.work = work;
        this.labs = labs;
        this.renderer = renderer;
        this.runtime = runtime;
        this.runs = runs;
        this.browser = browser;
    }

    @Override
    public String kind() {
        return "lab";
    }

    @Override
    public Component open(ActivityPlace place) {
        return new LabPanel(
                place,
                work,
                labs.at(place),
                (lab, ticket) -> new LabNotebookElement(
                        place, lab, renderer, runtime.address(), ticket, browser.placeOf(lab), runs),
                renderer);
    }

    @Override
    public String completionRuleKey() {
        return "labs.completion";
    }
}
