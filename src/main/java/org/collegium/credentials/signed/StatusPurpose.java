package org.collegium.credentials.signed;

import java.util.Arrays;
import java.util.Optional;

/** What a status list tells. */
enum StatusPurpose {
    /** Void for good. */
    REVOCATION("revocation", "revoked"),
    /** Void until it is lifted. */
    SUSPENSION("suspension", "suspended");

    private final String word;
    private final String column;

    StatusPurpose(String word, String column) {
        this.word = word;
        this.column = column;
    }

    /** As the standard has it. */
    String word() {
        return word;
    }

    String column() {
        return column;
    }

    static Optional<StatusPurpose> of(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst();
    }
}
