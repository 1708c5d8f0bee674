package org.collegium.courses.merging;

import java.util.Objects;
import java.util.Optional;

/** The rule on which everything rests: what only one side changed is taken, what both changed alike too. */
final class ThreeWay {

    private ThreeWay() {}

    /** The merged value; empty when both changed it, and differently. */
    static <T> Optional<T> pick(T base, T ours, T theirs) {
        if (Objects.equals(ours, theirs) || Objects.equals(theirs, base)) {
            return Optional.of(ours);
        }
        return Objects.equals(ours, base) ? Optional.of(theirs) : Optional.empty();
    }

    /** The same for what no one asks a person about, such as white space: ours where both changed it. */
    static <T> T quiet(T base, T ours, T theirs) {
        return pick(base, ours, theirs).orElse(ours);
    }
}
