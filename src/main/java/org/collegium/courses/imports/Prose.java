package org.collegium.courses.imports;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.courses.imports.PageLines.Piece;

/** Finds the first sentence of a page that says something, and its title. */
public final class Prose {

    private static final int LONGEST = 200;
    private static final int SHORTEST = 30;
    private static final int LONGEST_PARAGRAPH = 2_000;
    private static final int MOST_LINES = 200;

    /** Tags of HTML that stand within a line of Markdown. */
    private static final Pattern TAGS = Pattern.compile(
            "(?i)</?(?:abbr|a|br|b|cite|code|del|em|ins|i|kbd|mark|q|small|span|strong|sub|sup|s|u)(?:\\s[^<>]*+)?/?>");

    private Prose() {}

    /** The first heading, without markup. */
    public static Optional<String> title(String markdown) {
        return PageLines.cut(markdown.lines().toList()).stream()
                .filter(piece -> !piece.fenced())
                .flatMap(piece -> piece.lines().stream())
                .filter(line -> line.startsWith("# "))
                .map(line -> plain(line.substring(2)))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    /** The first sentence of the first paragraph, at most 200 characters. */
    public static Optional<String> summary(String markdown) {
        for (Piece piece : PageLines.cut(markdown.lines().limit(MOST_LINES).toList())) {
            if (!piece.fenced()) {
                Optional<String> found = Stream.of(String.join("\n", piece.lines()))
                        .flatMap(text -> java.util.Arrays.stream(text.split("\n[ \\t]{0,100}\n")))
                        .map(paragraph -> paragraph
                                .substring(0, Math.min(paragraph.length(), LONGEST_PARAGRAPH))
                                .strip())
                        .filter(paragraph -> paragraph.matches("(?s)[\\p{L}\\[*_].*"))
                        .map(paragraph -> TAGS.matcher(plain(paragraph)).replaceAll(""))
                        .map(Prose::sentence)
                        .filter(sentence -> sentence.length() >= SHORTEST)
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String sentence(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        int end = sentences.next();
        String first = end == BreakIterator.DONE ? text : text.substring(0, end).strip();
        if (first.length() <= LONGEST) {
            return first;
        }
        String cut = first.substring(0, LONGEST - 1);
        return cut.substring(0, Math.max(1, cut.lastIndexOf(' '))) + "…";
    }

    /** At most so many characters, the last of them an ellipsis where there were more; no character is cut in two. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The words of a heading without the marks that may close it; those of {@code C#} belong to it. */
    public static String heading(String written) {
        String words = written.strip();
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == '#') {
            end--;
        }
        boolean closed = end == 0 || Character.isWhitespace(words.charAt(end - 1));
        return closed ? words.substring(0, end).strip() : words;
    }

    /** The text without its markup, on one line; of a long one the beginning. */
    public static String plain(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_PARAGRAPH))
                .replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .replaceAll("\\[([^\\]]*)]\\[[^\\]]*]", "$1")
                .replaceAll("\\{#[^}]*}", "")
                .replaceAll("[*`]|(?<!\\w)_|_(?!\\w)", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
