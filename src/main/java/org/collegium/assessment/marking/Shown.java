package org.collegium.assessment.marking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** What a marker may see of the marks of an answer, and do. While a second mark is wanted everybody sees their own only. */
record Shown(MarkingTask task, List<GivenMark> marks, List<GivenMark> history, boolean undoable) {

    static Shown of(MarkRows.Row row, List<GivenMark> all, AccountId marker) {
        List<GivenMark> inForce =
                all.stream().filter(mark -> mark.ended() == null).toList();
        AccountId first = inForce.stream()
                .filter(mark -> mark.part() == MarkPart.FIRST)
                .findFirst()
                .flatMap(mark -> Optional.ofNullable(mark.marker()))
                .orElse(null);
        MarkingTask task = MarkingRules.task(row.state(), marker, first, inForce.size() == 1);
        boolean blind = row.state() == MarkingState.WAITING || row.state() == MarkingState.SECOND;
        return new Shown(
                task,
                inForce.stream()
                        .filter(mark -> !blind || mark.part() == task.part())
                        .toList(),
                all.reversed().stream()
                        .filter(mark -> mark.ended() != null && (!blind || isBy(mark, marker)))
                        .toList(),
                latest(inForce).filter(mark -> isBy(mark, marker)).isPresent());
    }

    /** The latest mark in force. */
    static Optional<GivenMark> latest(List<GivenMark> marks) {
        return marks.stream()
                .filter(mark -> mark.ended() == null)
                .max(Comparator.comparing(GivenMark::part).thenComparing(GivenMark::at));
    }

    private static boolean isBy(GivenMark mark, @Nullable AccountId marker) {
        return mark.marker() != null && mark.marker().equals(marker);
    }
}
