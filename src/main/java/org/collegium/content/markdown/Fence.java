package org.collegium.content.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of at least three equal fence signs, and what stands behind them. */
record Fence(char sign, int length, String rest, int restColumn) {

    private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z][\\w:.+-]*)\\}[ \\t]*(.*)");
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*+)");
    private static final Pattern WORD = Pattern.compile("(?s)([A-Za-z][\\w-]*+)(?:[ \\t]+([^:{].*))?");

    static @Nullable Fence at(CharSequence line, int index) {
        if (index >= line.length()) {
            return null;
        }
        char sign = line.charAt(index);
        if (sign != ':' && sign != '`' && sign != '~') {
            return null;
        }
        int end = index;
        while (end < line.length() && line.charAt(end) == sign) {
            end++;
        }
        if (end - index < 3) {
            return null;
        }
        int rest = end;
        while (rest < line.length() && (line.charAt(rest) == ' ' || line.charAt(rest) == '\t')) {
            rest++;
        }
        return new Fence(
                sign,
                end - index,
                line.subSequence(rest, line.length()).toString().stripTrailing(),
                rest);
    }

    boolean bare() {
        return rest.isEmpty();
    }

    boolean opensCode() {
        return sign != ':'
                && (sign == '~' || rest.indexOf('`') < 0)
                && !NAMED.matcher(rest).matches();
    }

    /** The directive that this fence opens, or null. */
    @Nullable
    Opening opening() {
        Matcher named = NAMED.matcher(rest);
        if (named.matches() && (sign != '`' || named.group(2).indexOf('`') < 0)) {
            return opening(named.group(1), named.group(2), restColumn + named.start(2), false);
        }
        if (sign != ':') {
            return null;
        }
        String said = withoutClosing(rest);
        if (said.startsWith("{") && said.indexOf('}') == said.length() - 1) {
            Matcher division = CLASS.matcher(said);
            return division.find() ? opening(division.group(1), "", restColumn, true) : null;
        }
        Matcher word = WORD.matcher(said);
        if (word.matches()) {
            boolean titled = word.group(2) != null;
            return opening(word.group(1), titled ? word.group(2) : "", restColumn + (titled ? word.start(2) : 0), true);
        }
        return null;
    }

    /** In Pandoc's manner signs may stand behind what is said, too. */
    private static String withoutClosing(String rest) {
        int end = rest.length();
        while (end > 0 && rest.charAt(end - 1) == ':') {
            end--;
        }
        while (end > 0 && (rest.charAt(end - 1) == ' ' || rest.charAt(end - 1) == '\t')) {
            end--;
        }
        return rest.substring(0, end);
    }

    private static Opening opening(String name, String argument, int column, boolean division) {
        return new Opening(name.toLowerCase(Locale.ROOT), argument.strip(), column, division);
    }

    /**
     * What an opening fence says.
     *
     * @param division whether it is a division in Pandoc's manner, which any fence of colons closes
     */
    record Opening(String name, String argument, int column, boolean division) {}
}
