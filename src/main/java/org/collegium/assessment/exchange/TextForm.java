package org.collegium.assessment.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.HtmlMarkdown;
import org.collegium.content.MarkdownText;
import org.collegium.content.TexMarks;

/** How a text is written, in the words of Moodle. */
enum TextForm {
    HTML("html"),
    /** HTML in which ends of lines are kept. */
    MOODLE("moodle moodle_auto_format"),
    PLAIN("plain plain_text"),
    MARKDOWN("markdown");

    static final String FILES = "@@PLUGINFILE@@/";

    private final String words;

    TextForm(String words) {
        this.words = words;
    }

    static Optional<TextForm> named(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> Arrays.asList(form.words.split(" ")).contains(plain))
                .findFirst();
    }

    /** The text as Markdown. */
    String markdown(String text, HtmlMarkdown.Listener listener) {
        return switch (this) {
            case HTML -> HtmlMarkdown.of(text, listener);
            case MOODLE ->
                marked(text)
                        ? HtmlMarkdown.of(text.strip().replace("\n", "<br>\n"), listener)
                        : MarkdownText.ofLines(text);
            case PLAIN -> MarkdownText.ofLines(text);
            case MARKDOWN ->
                TexMarks.toDollars(withFiles(text.strip(), listener), "\\\\", MarkdownText::withoutDollars);
        };
    }

    /** Whether there is a tag or an entity in the text. */
    private static boolean marked(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            char next = text.charAt(i + 1);
            if ((c == '<' && (Character.isLetter(next) || next == '/' || next == '!'))
                    || (c == '&' && (Character.isLetter(next) || next == '#'))) {
                return true;
            }
        }
        return false;
    }

    /** The text with the paths of files as they are here. */
    private static String withFiles(String text, HtmlMarkdown.Listener listener) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int begin = text.indexOf(FILES); begin >= 0; begin = text.indexOf(FILES, at)) {
            int end = begin;
            while (end < text.length() && " )\n\"".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String source = text.substring(begin, end);
            out.append(text, at, begin).append(listener.picture(source).orElse(source.substring(FILES.length())));
            at = end;
        }
        return out.append(text, at, text.length()).toString();
    }
}
