package org.collegium.labs.ui;

import com.vaadin.flow.component.Component;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.content.LessonRenderer;
import org.collegium.labs.Lab;
import org.collegium.labs.authoring.LabTrials;
import org.collegium.labs.browser.BrowserWheels;
import org.collegium.labs.work.BrowserPython;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.PlacedLabs;
import org.collegium.labs.work.ServerRuns;

/** Plays labs. */
@org.springframework.stereotype.Component
class LabPlayer implements ActivityPlayer {

    private final LabWork work;
    private final LabTrials trials;
    private final PlacedLabs labs;
    private final LessonRenderer renderer;
    private final RuntimeFiles runtime;
    private final BrowserWheels wheels;
    private final ServerRuns runs;
    private final BrowserPython browser;

    LabPlayer(
            LabWork work,
            LabTrials trials,
            PlacedLabs labs,
            LessonRenderer renderer,
            RuntimeFiles runtime,
            BrowserWheels wheels,
            ServerRuns runs,
            BrowserPython browser) {
        this.work = work;
        this.trials = trials;
        this.labs = labs;
        this.renderer = renderer;
        this.runtime = runtime;
        this.wheels = wheels;
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
                trials,
                labs.at(place),
                (lab, ticket) ->
                        new LabNotebookElement(place, lab, renderer, python(lab), ticket, browser.placeOf(lab), runs),
                renderer);
    }

    private PythonInBrowser python(Lab lab) {
        return new PythonInBrowser(
                runtime.address(), wheels.inBrowser(lab.definition().packages()).load());
    }

    @Override
    public String completionRuleKey() {
        return "labs.completion";
    }
}
