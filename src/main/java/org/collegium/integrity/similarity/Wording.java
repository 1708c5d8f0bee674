package org.collegium.integrity.similarity;

/** How a text is read, and how much of it must be alike to count. */
public enum Wording {
    /** Words; letters and digits count, their case and what stands between them does not. */
    PROSE(5, 4, 30),
    /** Python: comments and layout do not count, all names are alike, and so are all numbers and all texts. */
    CODE(12, 6, 40);

    private final int gram;
    private final int window;
    private final int least;

    Wording(int gram, int window, int least) {
        this.gram = gram;
        this.window = window;
        this.least = least;
    }

    /** How many tokens make a gram: what is shorter is never found. */
    int gram() {
        return gram;
    }

    /** Of so many grams in a row one is a fingerprint: what is as long as a gram and a window, less one, is always found. */
    int window() {
        return window;
    }

    /** Texts with fewer tokens are not compared. */
    int least() {
        return least;
    }

    Tokens tokens(String text) {
        return switch (this) {
            case PROSE -> ProseReader.read(text);
            case CODE -> CodeReader.read(text);
        };
    }
}
