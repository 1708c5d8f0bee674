package org.collegium.integrity.similarity;

import java.io.Serializable;

/** Where two texts have the same, by places of characters: from the first to behind the last. */
public record Passage(int leftStart, int leftEnd, int rightStart, int rightEnd) implements Serializable {

    /** The same, seen from the other text. */
    public Passage turned() {
        return new Passage(
                /* leftStart= */ rightStart,
                /* leftEnd= */ rightEnd,
                /* rightStart= */ leftStart,
                /* rightEnd= */ leftEnd);
    }
}
