package org.collegium.labs.sandbox;

/** No sandbox can be opened here; work waits until somebody mends it. */
public final class SandboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxUnavailable(String message) {
        super(message);
    }

    public SandboxUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
