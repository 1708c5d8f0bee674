package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityPlayer;
import org.collegium.content.Prose;
import org.collegium.courses.PlacedActivities;
import org.collegium.courses.UnitTexts;
import org.collegium.learning.CourseOutline.Step;

/** What is shown of a unit: its text, or the player of its kind. */
@org.springframework.stereotype.Component
class UnitBodies {

    private final UnitTexts texts;
    private final PlacedActivities places;
    private final Map<String, ActivityPlayer> players;

    UnitBodies(UnitTexts texts, PlacedActivities places, List<ActivityPlayer> players) {
        this.texts = texts;
        this.places = places;
        this.players = players.stream().collect(Collectors.toMap(ActivityPlayer::kind, Function.identity()));
    }

    /**
     * The component that shows a unit, empty when nothing can.
     *
     * @param seenToEnd called when a text was read to its end
     */
    Optional<Component> open(Seat seat, Step step, Runnable seenToEnd) {
        String kind = step.unit().kind();
        if (UnitTexts.isRead(kind)) {
            return Optional.of(prose(seat, step, seenToEnd));
        }
        return Optional.ofNullable(players.get(kind))
                .flatMap(player -> places.inRun(
                                seat.learner(), seat.run(), seat.in().version(), step.unit())
                        .map(player::open));
    }

    /** The message key of the sentence that says what completes a unit. */
    String rule(Step step) {
        ActivityPlayer player = players.get(step.unit().kind());
        return player == null ? ExplanationMarkup.rule(step.rule()) : player.completionRuleKey();
    }

    private Prose prose(Seat seat, Step step, Runnable seenToEnd) {
        Prose prose = new Prose(texts.text(seat.manifest(), step.unit(), seat.place(), seat::address));
        prose.setLanguage(Locale.forLanguageTag(seat.manifest().metadata().language()));
        prose.addEndSeenListener(seen -> seenToEnd.run());
        return prose;
    }
}
