package org.collegium.credentials.proof;

import org.jspecify.annotations.Nullable;

/** What was given is no signed statement that can be checked here; the message says why. */
public class UnreadableStatement extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableStatement(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
