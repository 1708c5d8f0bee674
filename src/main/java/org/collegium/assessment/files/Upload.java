package org.collegium.assessment.files;

import java.time.Instant;
import java.util.UUID;
import org.collegium.assessment.FileKind;

/** What came of a request about a file of an answer. */
sealed interface Upload {

    /** It is on its way: so many bytes of it are there. */
    record Going(UUID id, long received) implements Upload {}

    /** It is there whole. The hash with the time is the receipt. */
    record Stored(
            UUID id,
            String question,
            String name,
            long size,
            FileKind kind,
            String mediaType,
            String sha256,
            Instant storedAt)
            implements Upload {}

    /** It is not there any more. */
    record Removed() implements Upload {}

    /** Nothing was done. */
    record Refused(Refusal why) implements Upload {}

    /** A piece was not for the place up to which the file is there. */
    record Elsewhere(UUID id, long received) implements Upload {}

    /** Why nothing is done. */
    enum Refusal {
        /** The ticket is not good, or not any more. */
        TICKET(401),
        /** The attempt has no such question or file. */
        UNKNOWN(404),
        /** What was sent cannot be read. */
        UNREADABLE(400),
        /** Nothing is taken any more. */
        ENDED(410),
        /** The file is larger than the question allows. */
        LARGE(413),
        /** There are as many files as the question allows. */
        MANY(413),
        /** The files of the attempt take up as much as they may. */
        QUOTA(413),
        /** The file is empty. */
        EMPTY(422),
        /** The question does not ask for files of this kind. */
        KIND(415),
        /** What is there is not what was sent. */
        HASH(422),
        /** Too many requests. */
        OFTEN(429);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** Whether the file is gone with it, so that it would have to be begun anew. */
        boolean forGood() {
            return switch (this) {
                case HASH, KIND, MANY, QUOTA -> true;
                case TICKET, UNKNOWN, UNREADABLE, ENDED, LARGE, EMPTY, OFTEN -> false;
            };
        }
    }
}
