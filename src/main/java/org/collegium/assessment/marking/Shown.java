package org.collegium.assessment.marking;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/** What a marker may see of the marks of an answer, and do. While a second mark is wanted everybody sees their own only. */
record Shown(MarkingTask task, boolean alone, List<GivenMark> marks, List<GivenMark> history, boolean undoable) {

    /** @param others whether somebody else than these may mark in the run */
    static Shown of(MarkRows.Row row, List<GivenMark> all, AccountId marker, Predicate<Collection<AccountId>> others) {
        List<GivenMark> inForce =
                all.stream().filter(mark -> mark.ended() == null).toList();
        AccountId first = marker(inForce, MarkPart.FIRST);
        AccountId second = marker(inForce, MarkPart.SECOND);
        List<AccountId> two = Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .toList();
        MarkingTask task =
                MarkingRules.task(row.state(), marker, first, second, inForce.size() == 1, () -> others.test(two));
        boolean blind = row.state() == MarkingState.WAITING || row.state() == MarkingState.SECOND;
        return new Shown(
                task,
                task.reasoned() && second != null && MarkingRules.ofTwo(marker, first, second),
                inForce.stream()
                        .filter(mark -> !blind || mark.part() == task.part())
                        .toList(),
                all.reversed().stream()
                        .filter(mark -> mark.ended() != null && (!blind || isBy(mark, marker)))
                        .toList(),
                undoable(all, marker));
    }

    /** Whether the latest mark in force is the marker's own. */
    static boolean undoable(List<GivenMark> all, AccountId marker) {
        return latest(all).filter(mark -> isBy(mark, marker)).isPresent();
    }

    private static @Nullable AccountId marker(List<GivenMark> inForce, MarkPart part) {
        return inForce.stream()
                .filter(mark -> mark.part() == part)
                .findFirst()
                .flatMap(mark -> Optional.ofNullable(mark.marker()))
                .orElse(null);
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
