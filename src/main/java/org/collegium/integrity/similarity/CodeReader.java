package org.collegium.integrity.similarity;

import java.util.Set;

/** Reads Python roughly: whatever it is given, each character is looked at once. */
final class CodeReader {

    private static final String NAME = "n";
    private static final String NUMBER = "0";
    private static final String TEXT = "\"";

    /** Of the language, Python 3.14; they are not for choosing, so they count as they are. */
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    private final String text;
    private final Tokens tokens = new Tokens();

    private CodeReader(String text) {
        this.text = text;
    }

    static Tokens read(String text) {
        return new CodeReader(text).tokens();
    }

    private Tokens tokens() {
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '#') {
                at = line(at);
            } else if (Character.isWhitespace(sign)) {
                at++;
            } else if (sign == '"' || sign == '\'') {
                at = quoted(at, at);
            } else if (Character.isDigit(sign)) {
                int end = number(at);
                tokens.add(NUMBER, at, end);
                at = end;
            } else if (isOfName(sign)) {
                at = name(at);
            } else {
                tokens.add(text.substring(at, at + 1), at, at + 1);
                at++;
            }
        }
        return tokens;
    }

    private int line(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** @param start where the token begins, perhaps with letters before the quote */
    private int quoted(int start, int quote) {
        String one = text.substring(quote, quote + 1);
        boolean three = text.startsWith(one.repeat(3), quote);
        int at = quote + (three ? 3 : 1);
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '\\') {
                at += 2;
            } else if (three ? text.startsWith(one.repeat(3), at) : sign == one.charAt(0) || sign == '\n') {
                at += three ? 3 : 1;
                break;
            } else {
                at++;
            }
        }
        int end = Math.min(at, text.length());
        tokens.add(TEXT, start, end);
        return end;
    }

    private int number(int from) {
        int at = from;
        while (at < text.length() && (isOfName(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private int name(int from) {
        int at = from;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at);
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'') && isPrefix(word)) {
            return quoted(from, at);
        }
        tokens.add(KEYWORDS.contains(word) ? word : NAME, from, at);
        return at;
    }

    /** Such as {@code f} and {@code rb} before a text. */
    private static boolean isPrefix(String word) {
        return word.length() <= 2 && word.chars().allMatch(sign -> "rRbBuUfFtT".indexOf(sign) >= 0);
    }

    private static boolean isOfName(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || Character.isSurrogate(sign);
    }
}
