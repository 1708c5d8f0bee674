package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The order of a merged list. What a side moved stands where it moved it; what a side added stands behind what it stands
 * behind there. Where both added at the same place, ours comes first; where both moved the same, ours holds.
 */
final class MergedOrder<K> {

    private final List<K> base;
    private final List<K> ours;
    private final List<K> theirs;

    /** @param base keys, each once, as in the other two lists */
    MergedOrder(List<K> base, List<K> ours, List<K> theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
    }

    /** Whether both moved something, and not alike. */
    boolean conflicts() {
        Set<K> both = new HashSet<>(Matching.moved(base, ours));
        both.retainAll(Matching.moved(base, theirs));
        return !both.isEmpty() && !common(ours, theirs).equals(common(theirs, ours));
    }

    private static <K> List<K> common(List<K> one, List<K> other) {
        Set<K> there = new HashSet<>(other);
        return one.stream().filter(there::contains).toList();
    }

    /** All keys of either side that are kept. */
    List<K> of(Predicate<K> kept) {
        Set<K> movedByUs = Matching.moved(base, ours);
        boolean asTheirs = movedByUs.isEmpty();
        List<K> result =
                new ArrayList<>((asTheirs ? theirs : ours).stream().filter(kept).toList());
        Set<K> there = new HashSet<>(result);
        if (!asTheirs) {
            Set<K> moved = Matching.moved(base, theirs);
            moved.removeAll(movedByUs);
            for (K key : theirs) {
                if (moved.contains(key) && result.remove(key)) {
                    insert(result, key, theirs);
                }
            }
        }
        for (K key : asTheirs ? ours : theirs) {
            if (kept.test(key) && there.add(key)) {
                insert(result, key, asTheirs ? ours : theirs);
            }
        }
        return result;
    }

    private void insert(List<K> result, K key, List<K> side) {
        int at = 0;
        for (int i = side.indexOf(key) - 1; i >= 0; i--) {
            int before = result.indexOf(side.get(i));
            if (before >= 0) {
                at = before + 1;
                break;
            }
        }
        while (side == theirs && at < result.size() && isOursAlone(result.get(at))) {
            at++;
        }
        result.add(at, key);
    }

    private boolean isOursAlone(K key) {
        return !base.contains(key) && !theirs.contains(key);
    }
}
