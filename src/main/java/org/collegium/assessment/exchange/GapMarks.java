package org.collegium.assessment.exchange;

/** The marks of gaps in a text: a key in two braces. */
final class GapMarks {

    private GapMarks() {}

    /** The text with the mark of this key replaced; spaces may stand inside the braces. */
    static String replaced(String text, String key, String by) {
        int at = text.indexOf("{{");
        while (at >= 0) {
            int end = text.indexOf("}}", at);
            if (end < 0) {
                return text;
            }
            if (text.substring(at + 2, end).strip().equals(key)) {
                return text.substring(0, at) + by + text.substring(end + 2);
            }
            at = text.indexOf("{{", at + 2);
        }
        return text;
    }
}
