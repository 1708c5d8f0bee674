package org.collegium.courses.importing;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What came of a request with a file. */
sealed interface UploadStep {

    /** @param received bytes that are there, after which one goes on */
    record Going(UUID id, long received) implements UploadStep {}

    /** The piece is for another place. */
    record Elsewhere(UUID id, long received) implements UploadStep {}

    /** All of it is there, and is being imported. */
    record Whole(UUID job) implements UploadStep {}

    record Removed() implements UploadStep {}

    record Refused(Refusal why) implements UploadStep {}

    /** Why a file, or a piece of it, is not taken; browsers say it by this word. */
    enum Refusal {
        TICKET(HttpStatus.UNAUTHORIZED),
        FORBIDDEN(HttpStatus.FORBIDDEN),
        UNREADABLE(HttpStatus.BAD_REQUEST),
        UNKNOWN(HttpStatus.NOT_FOUND),
        EMPTY(HttpStatus.BAD_REQUEST),
        LARGE(HttpStatus.CONTENT_TOO_LARGE),
        OWN(HttpStatus.CONTENT_TOO_LARGE),
        PARTNER(HttpStatus.CONTENT_TOO_LARGE),
        /** The piece is not what its hash says; it can be sent again. */
        DAMAGED(HttpStatus.UNPROCESSABLE_CONTENT),
        /** The whole is not what its hash says; it is gone. */
        CHANGED(HttpStatus.GONE),
        OFTEN(HttpStatus.TOO_MANY_REQUESTS),
        DISK(HttpStatus.INSUFFICIENT_STORAGE);

        private final HttpStatus status;

        Refusal(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
