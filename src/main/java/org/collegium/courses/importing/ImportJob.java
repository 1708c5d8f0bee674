package org.collegium.courses.importing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportPhase;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param begunBy null for a command of an operator, and when the account is gone
 * @param way by which it comes in, the word of an {@link ImportSource}
 * @param name what the source is called
 * @param place where the source lies, empty when it was uploaded
 * @param file that it is at; empty when it is at none
 * @param done files of the phase
 * @param total files of the phase; 0 while that is not known
 * @param cancelled whether somebody asked for its end
 * @param endedAt null while it goes on
 * @param end null while it goes on
 * @param failure why it failed, by {@code courses.importing.failure.NAME}; null unless it did
 * @param failureText what that text names
 * @param course whose draft it made or changed, or would; null when there is none
 */
public record ImportJob(
        UUID id,
        PartnerId partner,
        @Nullable AccountId begunBy,
        String way,
        String name,
        String place,
        EditedThings edits,
        ImportPhase phase,
        String file,
        int done,
        int total,
        Instant begunAt,
        boolean cancelled,
        @Nullable Instant endedAt,
        @Nullable ImportEnd end,
        @Nullable String failure,
        String failureText,
        @Nullable CourseId course) {

    /** Whether it waits or goes on. */
    public boolean goesOn() {
        return endedAt == null;
    }

    /** The course, empty when there is none. */
    public Optional<CourseId> ofCourse() {
        return Optional.ofNullable(course);
    }

    /** How much of its phase is done, 0 to 1; empty while that is not known. */
    public Optional<Double> part() {
        return total == 0 ? Optional.empty() : Optional.of(Math.clamp((double) done / total, 0, 1));
    }
}
