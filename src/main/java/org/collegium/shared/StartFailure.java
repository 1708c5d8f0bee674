package org.collegium.shared;

import org.jspecify.annotations.Nullable;

/** Why the platform cannot start, in a sentence for whoever started it. */
public class StartFailure extends RuntimeException {

    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
