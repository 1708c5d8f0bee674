package org.collegium.labs.ui;

import com.vaadin.flow.component.Component;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ActivityPlayer;
import org.collegium.content.LessonRenderer;
import org.collegium.labs.authoring.LabTrials;
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

    LabPlayer(LabWork work, LabTrials trials, PlacedLabs labs, LessonRenderer renderer, RuntimeFiles runtime) {
        this.work = work;
        this.trials = trials;
        this.labs = labs;
        this.renderer = renderer;
        this.runtime = runtime;
    }

    @Override
    public String kind() {
        return "lab";
    }

    @Override
    public Component open(ActivityPlace place) {
        return new LabPanel(place, work, trials, labs.at(place), renderer, runtime.address());
    }

    @Override
    public String completionRuleKey() {
        return "labs.completion";
    }
}
