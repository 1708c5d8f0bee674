package org.collegium.content;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds formulas between {@code \( \)}, {@code \[ \]} and {@code $$ $$}, as MathJax marks them elsewhere. Here they stand
 * between dollars.
 */
public final class TexMarks {

    private TexMarks() {}

    /**
     * The text with its formulas as they are marked here, and with the rest changed.
     *
     * @param slashes how many backslashes stand before a bracket: two in Markdown, which takes one away
     */
    public static String toDollars(String text, String slashes, UnaryOperator<String> rest) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        int plain = 0;
        Set<Form> none = EnumSet.noneOf(Form.class);
        while (at < text.length()) {
            Form form = Form.at(text, at, slashes);
            if (form == null || none.contains(form)) {
                at++;
                continue;
            }
            int start = at + form.opening(slashes).length();
            int end = text.indexOf(form.closing(slashes), start);
            if (end < 0) {
                none.add(form);
                at++;
                continue;
            }
            String tex = text.substring(start, end).strip();
            out.append(rest.apply(text.substring(plain, at)));
            if (!tex.isEmpty()) {
                out.append(form.dollars).append(tex).append(form.dollars);
            }
            at = end + form.closing(slashes).length();
            plain = at;
        }
        return out.append(rest.apply(text.substring(plain))).toString();
    }

    private enum Form {
        INLINE("(", ")", "$"),
        DISPLAY("[", "]", "$$"),
        DOLLARS("$$", "$$", "$$");

        private final String left;
        private final String right;
        private final String dollars;

        Form(String left, String right, String dollars) {
            this.left = left;
            this.right = right;
            this.dollars = dollars;
        }

        String opening(String slashes) {
            return this == DOLLARS ? left : slashes + left;
        }

        String closing(String slashes) {
            return this == DOLLARS ? right : slashes + right;
        }

        static @Nullable Form at(String text, int at, String slashes) {
            char c = text.charAt(at);
            if (c != '$' && c != '\\') {
                return null;
            }
            for (Form form : values()) {
                if (text.startsWith(form.opening(slashes), at)) {
                    return form;
                }
            }
            return null;
        }
    }

    /**
     * The text with the formulas between dollars handed to one and all else to the other. An opening dollar is followed by
     * no space, a closing one comes after none and before no digit.
     */
    public static String fromDollars(String text, Formula formula, UnaryOperator<String> rest) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int plain = 0;
        int at = 0;
        boolean noDisplay = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
                continue;
            }
            if (c == '`') {
                at = afterCode(text, at);
                continue;
            }
            boolean display = text.startsWith("$$", at);
            if (c != '$' || (display && noDisplay)) {
                at += display ? 2 : 1;
                continue;
            }
            int end = display ? text.indexOf("$$", at + 2) : closing(text, at + 1);
            if (end < 0) {
                noDisplay |= display;
                at += display ? 2 : 1;
                continue;
            }
            int width = display ? 2 : 1;
            out.append(rest.apply(text.substring(plain, at)));
            out.append(formula.of(text.substring(at + width, end).strip(), display));
            at = end + width;
            plain = at;
        }
        return out.append(rest.apply(text.substring(plain))).toString();
    }

    /** What becomes of a formula. */
    @FunctionalInterface
    public interface Formula {
        String of(String tex, boolean display);
    }

    private static final int LONGEST = 2_000;

    /** Formulas within a line are short, so that looking for their ends takes no longer than the text is. */
    private static int closing(String text, int from) {
        if (from >= text.length() || Character.isWhitespace(text.charAt(from))) {
            return -1;
        }
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                return -1;
            } else if (c == '$') {
                boolean digit = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
                return i > from && !digit && !Character.isWhitespace(text.charAt(i - 1)) ? i : -1;
            }
        }
        return -1;
    }

    private static int afterCode(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        String ticks = text.substring(at, end);
        int closing = text.indexOf(ticks, end);
        return closing < 0
                        || (ticks.length() < 3 && text.substring(end, closing).contains("\n\n"))
                ? end
                : closing + ticks.length();
    }
}
