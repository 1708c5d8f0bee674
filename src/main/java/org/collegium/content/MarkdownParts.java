package org.collegium.content;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Parts of Markdown whose marks depend on what is inside. */
final class MarkdownParts {

    private static final String BREAK = "\\\n";
    private static final Pattern FENCE = Pattern.compile(":{3,}+");

    private MarkdownParts() {}

    /** A text behind a mark; its other lines stand under it. */
    static String indented(String text, String first, String others) {
        String[] lines = text.split("\n", -1);
        StringBuilder out = new StringBuilder(text.length() + 16).append(first).append(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            out.append('\n').append(lines[i].isEmpty() ? others.stripTrailing() : others + lines[i]);
        }
        return out.toString();
    }

    static String code(Element pre) {
        Element code = pre.selectFirst("code");
        String language = code == null
                ? ""
                : code.classNames().stream()
                        .filter(name -> name.startsWith("language-"))
                        .map(name -> name.substring("language-".length()))
                        .findFirst()
                        .orElse("");
        String text = pre.wholeText();
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + (text.endsWith("\n") ? text : text + "\n") + fence;
    }

    /** The most backticks in a row. */
    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    static String codeSpan(String code) {
        String text = code.replace('\n', ' ').strip();
        if (text.isEmpty()) {
            return "";
        }
        String ticks = "`".repeat(longestRun(text) + 1);
        String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return ticks + space + text + space + ticks;
    }

    /** Marks stand at the words: spaces and breaks at the ends stay outside, where they do not undo them. */
    static String marked(String words, String open, String close) {
        int start = 0;
        while (start < words.length()
                && (Character.isWhitespace(words.charAt(start)) || words.startsWith(BREAK, start))) {
            start += words.startsWith(BREAK, start) ? BREAK.length() : 1;
        }
        int end = words.length();
        while (end > start && Character.isWhitespace(words.charAt(end - 1))) {
            end -= words.startsWith(BREAK, end - BREAK.length()) ? BREAK.length() : 1;
        }
        return start >= end
                ? words
                : words.substring(0, start) + open + words.substring(start, end) + close + words.substring(end);
    }

    /** One line; editors leave headings without words behind. */
    static String heading(String blocks, int level) {
        String words = blocks.replace(BREAK, " ").replace('\n', ' ').strip();
        return words.isEmpty() ? "" : "#".repeat(level) + " " + unclosed(words);
    }

    /** Marks at the end would else close the heading. */
    private static String unclosed(String words) {
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == '#') {
            end--;
        }
        return end == words.length() ? words : words.substring(0, end) + "\\" + words.substring(end);
    }

    /** What readers open; the fence is longer than those inside. */
    static String folded(String title, String body) {
        int longest = FENCE.matcher(body)
                .results()
                .mapToInt(found -> found.group().length())
                .max()
                .orElse(2);
        String fence = ":".repeat(longest + 1);
        return fence + "{dropdown} " + title + "\n" + body + "\n" + fence;
    }
}
