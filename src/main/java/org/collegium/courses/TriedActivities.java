package org.collegium.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityCourse;
import org.collegium.activity.ActivityReadiness;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The activities of drafts that are tried before they are published, by the modules that own their kinds. */
@Component
class TriedActivities {

    private final PlacedActivities places;
    private final ObjectProvider<ActivityReadiness> beans;

    TriedActivities(PlacedActivities places, ObjectProvider<ActivityReadiness> beans) {
        this.places = places;
        this.beans = beans;
    }

    /** How each of them stands, in reading order. */
    List<DraftCheck> of(CourseManifest draft) {
        List<DraftCheck> checks = new ArrayList<>();
        each(
                draft,
                unit -> (kind, activity) ->
                        checks.add(new DraftCheck.Tried(unit, kind.of(activity), Optional.empty())));
        return checks;
    }

    /** Sees to it that each of them is tried. */
    void ask(CourseManifest draft) {
        each(draft, unit -> ActivityReadiness::ask);
    }

    /** With the address where its author sees more of it. */
    DraftCheck.Tried placed(CourseId course, DraftCheck.Tried check) {
        CourseUnit unit = check.unit();
        return new DraftCheck.Tried(
                unit,
                check.readiness(),
                Optional.ofNullable(kinds().get(unit.kind()))
                        .flatMap(kind -> kind.address(course.value(), unit.key())));
    }

    private void each(CourseManifest draft, Function<CourseUnit, BiConsumer<ActivityReadiness, ActivityCourse>> work) {
        Map<String, ActivityReadiness> kinds = kinds();
        for (CourseUnit unit : draft.units()) {
            ActivityReadiness kind = kinds.get(unit.kind());
            if (kind != null) {
                places.around(draft, unit)
                        .filter(kind::concerns)
                        .ifPresent(activity -> work.apply(unit).accept(kind, activity));
            }
        }
    }

    private Map<String, ActivityReadiness> kinds() {
        return beans.stream().collect(Collectors.toMap(ActivityReadiness::kind, Function.identity()));
    }
}
