package org.collegium.courses.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.FrozenCourses;
import org.collegium.courses.UnitDifference;
import org.springframework.stereotype.Component;

/** Takes the comments of a review into another round, each to the block that it was made at. */
@Component
class CarryingComments {

    private final CommentRows rows;
    private final FrozenCourses frozen;

    CarryingComments(CommentRows rows, FrozenCourses frozen) {
        this.rows = rows;
        this.frozen = frozen;
    }

    /** Part of the transaction that begins the round. */
    void carry(ReviewId review, CourseManifest before, CourseManifest now) {
        Map<UUID, Anchor> anchors = rows.anchors(review);
        if (anchors.isEmpty()) {
            return;
        }
        Set<String> units = new HashSet<>();
        anchors.values().forEach(anchor -> units.add(anchor.unit()));
        UnitDifference.between(before, now).stream()
                .filter(difference ->
                        difference.content() || difference.before().isEmpty())
                .forEach(difference -> units.add(difference.unit().key()));
        Map<String, List<ReviewBlock>> next = new LinkedHashMap<>();
        now.units().stream()
                .map(unit -> unit.key())
                .filter(units::contains)
                .forEach(unit -> next.put(unit, UnitBlocks.of(frozen, now, unit)));
        Map<String, List<ReviewBlock>> last = new HashMap<>();
        anchors.forEach((id, anchor) -> rows.move(
                id, anchor.in(last.computeIfAbsent(anchor.unit(), unit -> UnitBlocks.of(frozen, before, unit)), next)));
    }
}
