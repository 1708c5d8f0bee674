package org.collegium.activity.journal;

/** The work has ended, so that nothing more is kept. */
public final class WorkClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkClosed() {
        super("The work has ended");
    }
}
