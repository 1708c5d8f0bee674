package org.collegium.assessment.exchange;

import org.collegium.content.MarkdownText;
import org.collegium.content.TexMarks;

/** Says in plain text what Markdown says, where that is the same. */
final class PlainMarkdown {

    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private PlainMarkdown() {}

    /** The text without its escapes; markup stays as it is written, and is reported. */
    static String of(String markdown, Writing writing) {
        String tex =
                TexMarks.fromDollars(markdown, (formula, display) -> "\\(" + formula + "\\)", PlainMarkdown::plain);
        if (!MarkdownText.ofLines(tex).equals(markdown)) {
            writing.lost("Markdown: " + markdown);
        }
        return tex;
    }

    private static String plain(String markdown) {
        StringBuilder plain = new StringBuilder(markdown.length());
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            boolean escape = c == '\\' && i + 1 < markdown.length() && ESCAPABLE.indexOf(markdown.charAt(i + 1)) >= 0;
            plain.append(escape ? markdown.charAt(++i) : c);
        }
        return plain.toString();
    }
}
