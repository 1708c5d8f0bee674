package org.collegium.courses.importing;

/** An import cannot be made for a reason that lies outside of the course; nothing was changed. */
public final class ImportFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String text;

    /**
     * @param code the end of a key, {@code courses.importing.failure.CODE}
     * @param text what the text with this key names
     */
    public ImportFailure(String code, String text) {
        super(code + " " + text);
        this.code = code;
        this.text = text;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }
}
