package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityPlayer;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.PlacedActivities;
import org.collegium.identity.Access;
import org.springframework.beans.factory.ObjectProvider;

/** Quizzes as learners will see them. Labs are shown as they are written: running them takes a sandbox of the course's partner. */
@org.springframework.stereotype.Component
class LearnersView {

    private static final String QUIZ = "quiz";

    private final PlacedActivities places;
    private final List<ActivityPlayer> players;
    private final Access access;

    LearnersView(PlacedActivities places, ObjectProvider<ActivityPlayer> players, Access access) {
        this.places = places;
        this.players = players.stream().toList();
        this.access = access;
    }

    Optional<Component> of(CourseManifest manifest, CourseUnit unit) {
        return unit.kind().equals(QUIZ)
                ? players.stream()
                        .filter(player -> player.kind().equals(QUIZ))
                        .findFirst()
                        .flatMap(player -> access.account()
                                .flatMap(person -> places.preview(person, manifest, unit))
                                .map(player::open))
                : Optional.empty();
    }
}
