package org.collegium.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * A formula of Moodle, whose functions are PHP's, written as formulas are here: the logarithm is {@code ln}, powers have a
 * sign of their own, pi is no function.
 */
public final class MoodleFormula {

    private final String text;
    private final Map<String, String> names;
    private final StringBuilder out = new StringBuilder();

    /** For each open bracket, whether it is that of a power, whose comma becomes the sign. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    /** @param names of the variables here, by those of the wildcards there */
    public MoodleFormula(String text, Map<String, String> names) {
        this.text = text.replaceAll("\\s++", "").replace("**", "^");
        this.names = names;
    }

    /** As it is written here; what nobody can read stays and is refused by those who read formulas. */
    public String ours() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                int end = at;
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                at = word(text.substring(at, end), end);
            } else {
                at = sign(c, at);
            }
        }
        return out.toString();
    }

    private int word(String word, int end) {
        if (word.equals("pi") && text.startsWith("()", end)) {
            out.append("pi");
            return end + 2;
        }
        if (word.equals("pow") && text.startsWith("(", end)) {
            open.push(true);
            out.append("((");
            return end + 1;
        }
        out.append(word.equals("log") ? "ln" : word);
        return end;
    }

    private int sign(char c, int at) {
        switch (c) {
            case '{' -> {
                int close = text.indexOf('}', at);
                String name = close < 0 ? null : names.get(text.substring(at + 1, close));
                out.append(name == null ? "{" : name);
                return name == null ? at + 1 : close + 1;
            }
            case '(' -> {
                open.push(false);
                out.append(c);
            }
            case ')' -> {
                boolean power = !open.isEmpty() && open.pop();
                out.append(power ? "))" : ")");
            }
            case ',' -> out.append(!open.isEmpty() && open.getFirst() ? ")^(" : ",");
            default -> out.append(c);
        }
        return at + 1;
    }
}
