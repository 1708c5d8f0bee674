package org.collegium.labs.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.content.LessonRenderer;
import org.collegium.labs.Lab;
import org.collegium.labs.authoring.LabTrials;
import org.collegium.labs.browser.BrowserWheels;
import org.collegium.labs.work.LabWork;
import org.collegium.labs.work.PlacedLabs;

/** Plays labs. */
@org.springframework.stereotype.Component
class LabPlayer implements ActivityPlayer {

    private final LabWork work;
    private final LabTrials trials;
    private final PlacedLabs labs;
    private final LessonRenderer renderer;
    private final RuntimeFiles runtime;
    private final BrowserWheels wheels;

    LabPlayer(
            LabWork work,
            LabTrials trials,
            PlacedLabs labs,
            LessonRenderer renderer,
            RuntimeFiles runtime,
            BrowserWheels wheels) {
        this.work = work;
        this.trials = trials;
        this.labs = labs;
        this.renderer = renderer;
        this.runtime = runtime;
        this.wheels = wheels;
    }

    @Override
    public String kind() {
        return "lab";
    }

    @Override
    public Component open(ActivityPlace place) {
        Optional<Lab> lab = labs.at(place);
        List<String> packages = lab.map(found -> found.definition().packages()).orElse(List.of());
        PythonInBrowser python = new PythonInBrowser(
                runtime.address(), wheels.inBrowser(packages).load());
        return new LabPanel(place, work, trials, lab, renderer, python);
    }

    @Override
    public String completionRuleKey() {
        return "labs.completion";
    }
}
