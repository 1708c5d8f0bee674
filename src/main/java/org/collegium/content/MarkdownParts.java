package org.collegium.content;

import org.jsoup.nodes.Element;

/** Parts of Markdown whose marks depend on what is inside. */
final class MarkdownParts {

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
}
