package org.collegium.courses;

import java.util.Optional;

/** A state of a course that one looks at: its draft, or one of its versions. */
public sealed interface CourseEdition {

    /** How addresses name the draft. */
    String DRAFT = "draft";

    /** As it is now. */
    record OfDraft() implements CourseEdition {}

    /** @param number from 1 */
    record OfVersion(int number) implements CourseEdition {}

    /** Reads what addresses and commands name: {@code draft} or a number. */
    static Optional<CourseEdition> of(String word) {
        if (word.equals(DRAFT)) {
            return Optional.of(new OfDraft());
        }
        return word.matches("[1-9][0-9]{0,8}") ? Optional.of(new OfVersion(Integer.parseInt(word))) : Optional.empty();
    }

    /** The word that {@link #of} reads. */
    default String word() {
        return switch (this) {
            case OfDraft draft -> DRAFT;
            case OfVersion(int number) -> Integer.toString(number);
        };
    }
}
