package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.peer.PeerReviewing;
import org.collegium.assessment.peer.PeerStanding;
import org.collegium.assessment.ui.QuizAddition;
import org.collegium.content.LessonRenderer;

/** The reviews that a learner gives and gets, below the result of the quiz. */
@org.springframework.stereotype.Component
class PeerAddition implements QuizAddition {

    private final PeerReviewing reviewing;
    private final LessonRenderer renderer;
    private final Clock clock;

    PeerAddition(PeerReviewing reviewing, LessonRenderer renderer, Clock clock) {
        this.reviewing = reviewing;
        this.renderer = renderer;
        this.clock = clock;
    }

    @Override
    public Optional<Component> of(ActivityPlace place) {
        UUID run = place.run();
        if (run == null) {
            return Optional.empty();
        }
        List<PeerStanding> standings = reviewing.of(place.learner(), run, place.unitKey());
        return standings.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeerPanel(place, run, standings, reviewing, renderer, clock));
    }
}
