package org.collegium.courses.review;

import java.util.Optional;
import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a review of a course. */
public record ReviewId(UUID value) {

    static ReviewId next() {
        return new ReviewId(Uuids.next());
    }

    /** Reads what an address names; empty when it is none. */
    public static Optional<ReviewId> of(String text) {
        try {
            return Optional.of(new ReviewId(UUID.fromString(text)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
