package org.collegium.integrity.similarity;

import java.util.Optional;

/** How the parts of labs are named that are compared: all code of a learner, and each answer in words. */
public final class PartsOfLabs {

    static final String CODE = "code";

    private static final String ANSWER = "cell:";

    private PartsOfLabs() {}

    static String answer(String cell) {
        return ANSWER + cell;
    }

    /** The cell of an answer in words; empty where the part is the code. */
    public static Optional<String> cell(String part) {
        return part.startsWith(ANSWER) ? Optional.of(part.substring(ANSWER.length())) : Optional.empty();
    }
}
