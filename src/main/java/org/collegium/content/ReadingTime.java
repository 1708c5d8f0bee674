package org.collegium.content;

/** Counts words, and estimates how long a text takes to read. */
final class ReadingTime {

    private static final int WORDS_A_MINUTE = 200;
    private static final double SECONDS_A_FIGURE = 10;
    private static final double SECONDS_A_FORMULA = 5;
    private static final double SECONDS_A_LINE_OF_CODE = 2;
    /** Characters that stand for about half a word each in scripts without spaces between words. */
    private static final double WORDS_AN_IDEOGRAPH = 0.6;

    private int words;
    private double ideographs;
    private int linesOfCode;

    void prose(String text) {
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isIdeographic(c)) {
                ideographs++;
                within = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += within ? 0 : 1;
                within = true;
            } else if (Character.isWhitespace(c) || c == '/' || c == '—' || c == '–') {
                within = false;
            }
        }
    }

    void code(String text) {
        linesOfCode += (int) text.lines().filter(line -> !line.isBlank()).count();
    }

    int words() {
        return words + (int) Math.round(ideographs * WORDS_AN_IDEOGRAPH);
    }

    int minutes(int figures, int formulas) {
        double seconds = words() * 60.0 / WORDS_A_MINUTE
                + figures * SECONDS_A_FIGURE
                + formulas * SECONDS_A_FORMULA
                + linesOfCode * SECONDS_A_LINE_OF_CODE;
        return Math.max(1, (int) Math.round(seconds / 60));
    }
}
