package org.collegium.courses.merging;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A merged text as each side would have it. What does not meet is merged in all three; they differ where both sides
 * changed the same thing.
 *
 * @param both with ours and theirs behind one another at such places
 * @param conflict whether there is such a place
 */
record Sides(String ours, String theirs, String both, boolean conflict) {

    static Sides agreed(String text) {
        return new Sides(text, text, text, false);
    }

    static Sides conflict(String ours, String theirs, String both) {
        return new Sides(ours, theirs, both, true);
    }

    Sides map(UnaryOperator<String> change) {
        return new Sides(change.apply(ours), change.apply(theirs), change.apply(both), conflict);
    }

    /** The text with a tail, but none where there is no text. */
    Sides ending(String tail) {
        return map(text -> text.isEmpty() ? "" : text + tail);
    }

    static Sides joined(List<Sides> parts) {
        return new Sides(
                parts.stream().map(Sides::ours).collect(Collectors.joining()),
                parts.stream().map(Sides::theirs).collect(Collectors.joining()),
                parts.stream().map(Sides::both).collect(Collectors.joining()),
                parts.stream().anyMatch(Sides::conflict));
    }
}
