package org.collegium.content;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What editors of HTML write for bold and italic, and where the marks of Markdown do not do for it. */
final class HtmlStyle {

    private static final Pattern BOLD = Pattern.compile("(?i)font-weight\\s*+:\\s*+(?:bold|[6-9]00)");
    private static final Pattern ITALIC = Pattern.compile("(?i)font-style\\s*+:\\s*+(?:italic|oblique)");

    private HtmlStyle() {}

    /** The mark of Markdown for the look of an element, empty text where it has that look already; nothing where it has another. */
    static Optional<String> mark(Element element) {
        String style = element.attr("style");
        boolean bold = BOLD.matcher(style).find();
        boolean italic = ITALIC.matcher(style).find();
        if (!element.normalName().equals("span") || !(bold || italic)) {
            return Optional.empty();
        }
        boolean isBold = hasBold(element) || isWithin(element, BOLD, "b, strong, dt");
        boolean isItalic = element.selectFirst("i, em") != null || isWithin(element, ITALIC, "i, em");
        return Optional.of((bold && !isBold ? "**" : "") + (italic && !isItalic ? "*" : ""));
    }

    /** Whether Markdown would not see an end in marks here: a sign at the end of the words, and a letter right behind it. */
    static boolean clings(Element element) {
        String words = element.wholeText().strip();
        return !words.isEmpty()
                && ((isSign(words.codePointBefore(words.length())) && isLetter(beside(element, true)))
                        || (isSign(words.codePointAt(0)) && isLetter(beside(element, false))));
    }

    static String opening(String mark) {
        return mark.replace("**", "<strong>").replace("*", "<em>");
    }

    static String closing(String mark) {
        return mark.endsWith("***")
                ? "</em></strong>"
                : mark.replace("**", "</strong>").replace("*", "</em>");
    }

    /** The character next to an element in its line; a space where there is none. */
    private static int beside(Element element, boolean behind) {
        Node at = element;
        while (sibling(at, behind) == null && at.parent() instanceof Element parent && !HtmlMarkdown.block(parent)) {
            at = parent;
        }
        Node next = sibling(at, behind);
        String text = next instanceof TextNode words
                ? words.getWholeText()
                : next instanceof Element inner ? inner.wholeText() : "";
        return text.isEmpty() ? ' ' : behind ? text.codePointAt(0) : text.codePointBefore(text.length());
    }

    private static @Nullable Node sibling(Node node, boolean behind) {
        return behind ? node.nextSibling() : node.previousSibling();
    }

    private static boolean isLetter(int character) {
        return Character.isLetterOrDigit(character);
    }

    private static boolean isSign(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isWhitespace(character);
    }

    static boolean isInCell(Element element) {
        return element.closest("td, th") != null;
    }

    static boolean hasBold(Element element) {
        return element.selectFirst("b, strong") != null;
    }

    private static boolean isWithin(Element element, Pattern style, String names) {
        return element.parents().stream()
                .anyMatch(outer ->
                        outer.is(names) || style.matcher(outer.attr("style")).find());
    }
}
