package org.collegium.courses;

/** An import is not wanted any more, so nothing of it is kept. */
public final class ImportEnded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ImportEnded() {
        super("The import is not wanted any more");
    }
}
