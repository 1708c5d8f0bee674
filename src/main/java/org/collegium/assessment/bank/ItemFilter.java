package org.collegium.assessment.bank;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which items of a bank a list shows.
 *
 * @param text part of the question, its key or one of its skills; empty for all
 * @param kind as in the course format, such as {@code single}; empty for all
 * @param tag empty for all
 * @param difficulty as in the course format; empty for all
 * @param course key of the course that items were made for; empty for all
 */
public record ItemFilter(
        String text,
        Optional<String> kind,
        Optional<String> tag,
        Optional<String> difficulty,
        Optional<String> course,
        ItemState state,
        Sort sort) {

    /** All that are in use, what was changed last on top. */
    public static final ItemFilter ALL = new ItemFilter(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ItemState.ACTIVE,
            Sort.LAST_CHANGED);

    /** How many of its parts are not as they begin; the text aside. */
    public int chosen() {
        long some = Stream.of(kind, tag, difficulty, course)
                .filter(Optional::isPresent)
                .count();
        return (int) some + (state == ALL.state ? 0 : 1) + (sort == ALL.sort ? 0 : 1);
    }

    /** In which order. */
    public enum Sort {
        LAST_CHANGED,
        TITLE,
        KEY
    }
}
