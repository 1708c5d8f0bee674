package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plain text as Markdown: what would mean something there is escaped, formulas stay. */
public final class MarkdownText {

    private MarkdownText() {}

    /** The text with white space made single; formulas between {@code \( \)}, {@code \[ \]} or {@code $$ $$} stay formulas. */
    public static String of(String text) {
        return TexMarks.toDollars(collapsed(text), "\\", MarkdownText::escaped);
    }

    private static String collapsed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0';
            if (!blank) {
                out.append(c);
            } else if (!space) {
                out.append(' ');
            }
            space = blank;
        }
        return out.toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (special(text.charAt(i), before, after)) {
                out.append('\\');
            }
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    private static boolean special(char c, char before, char after) {
        return switch (c) {
            case '\\', '`', '*', '$' -> true;
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
            case '<' -> Character.isLetter(after) || after == '/' || after == '!' || after == '?';
            case '[' -> after == '^';
            case ']' -> after == '(' || after == '[' || after == ':';
            case '~' -> after == '~' || before == '~';
            case '&' -> Character.isLetter(after) || after == '#';
            case '{' -> after == '`';
            default -> false;
        };
    }

    /** One paragraph: no space at the ends of its lines, nothing at their beginnings that would begin something else. */
    public static String tidied(String paragraph) {
        List<String> lines = new ArrayList<>();
        for (String line : paragraph.strip().split("\n", -1)) {
            lines.add(begun(line.strip()));
        }
        String text = String.join("\n", lines);
        while (text.endsWith("\\\n") || (text.endsWith("\\") && !text.endsWith("\\\\"))) {
            text = text.substring(0, text.lastIndexOf('\\')).strip();
        }
        return text;
    }

    private static String begun(String line) {
        if (line.isEmpty()) {
            return line;
        }
        char first = line.charAt(0);
        char second = line.length() > 1 ? line.charAt(1) : ' ';
        boolean sign = switch (first) {
            case '#', '>', '|', '=' -> true;
            case '-', '+' -> second == ' ' || second == first;
            case ':' -> second == ':';
            case '~' -> second == '~';
            default -> false;
        };
        if (sign) {
            return "\\" + line;
        }
        int digits = 0;
        while (digits < Math.min(line.length(), 9) && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
            digits++;
        }
        boolean number = digits > 0
                && digits < line.length()
                && (line.charAt(digits) == '.' || line.charAt(digits) == ')')
                && (digits + 1 == line.length() || line.charAt(digits + 1) == ' ');
        return number ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
    }

    /** Markdown in which a dollar means nothing, as Markdown in which it does. */
    public static String withoutDollars(String markdown) {
        StringBuilder out = new StringBuilder(markdown.length() + 16);
        boolean code = false;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            code ^= c == '`';
            if (c == '$' && !code && (i == 0 || markdown.charAt(i - 1) != '\\')) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** An address as a link has it. */
    public static String address(String target) {
        StringBuilder out = new StringBuilder(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || "()<>\\`*[]$".indexOf(c) >= 0) {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Text without any markup, its lines kept apart. */
    public static String ofLines(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.replace("\r", "").split("\n", -1)) {
            if (line.isBlank()) {
                end(paragraph, paragraphs);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : "\\\n").append(of(line));
            }
        }
        end(paragraph, paragraphs);
        return String.join("\n\n", paragraphs);
    }

    private static void end(StringBuilder paragraph, List<String> paragraphs) {
        String text = tidied(paragraph.toString());
        if (!text.isEmpty()) {
            paragraphs.add(text);
        }
        paragraph.setLength(0);
    }
}
