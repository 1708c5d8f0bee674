package org.collegium.assessment;

/** What a file is by its content; its name says nothing. */
public enum FileKind {
    PDF("application/pdf"),
    PICTURE("image/*"),
    NOTEBOOK(".ipynb"),
    TEXT("text/plain"),
    ZIP(".zip"),
    ANY("");

    private final String chosenBy;

    FileKind(String chosenBy) {
        this.chosenBy = chosenBy;
    }

    /** By what browsers choose among files: a media type or an ending; empty for every file. */
    public String chosenBy() {
        return chosenBy;
    }
}
