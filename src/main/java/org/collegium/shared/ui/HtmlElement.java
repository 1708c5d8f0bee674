package org.collegium.shared.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An element of a page as text: for what many are shown at once, of which the server then keeps nothing. Texts and values of attributes
 * are escaped; only {@link #html} is taken as it is.
 */
public final class HtmlElement {

    private static final Set<String> WITHOUT_END = Set.of("br", "hr", "img", "input");

    private final String tag;
    private final StringBuilder start;
    private final StringBuilder content = new StringBuilder();

    private HtmlElement(String tag) {
        this.tag = tag;
        this.start = new StringBuilder("<").append(tag);
    }

    public static HtmlElement of(String tag) {
        return new HtmlElement(tag);
    }

    /** @param classes separated by spaces */
    public static HtmlElement of(String tag, String classes) {
        return of(tag).with("class", classes);
    }

    /** Says an attribute; each once. */
    public HtmlElement with(String attribute, String value) {
        start.append(' ').append(attribute).append("=\"");
        escape(value, start);
        start.append('"');
        return this;
    }

    /** Says an attribute that is there or not. */
    public HtmlElement with(String attribute, boolean there) {
        return there ? with(attribute, "") : this;
    }

    public HtmlElement text(String text) {
        escape(text, content);
        return this;
    }

    public HtmlElement add(HtmlElement child) {
        child.writeTo(content);
        return this;
    }

    public HtmlElement add(List<HtmlElement> children) {
        children.forEach(this::add);
        return this;
    }

    public HtmlElement add(Optional<HtmlElement> child) {
        child.ifPresent(this::add);
        return this;
    }

    /** @param safe HTML that is known to do no harm */
    public HtmlElement html(String safe) {
        content.append(safe);
        return this;
    }

    /** What is in it. */
    public String content() {
        return content.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(start.length() + content.length() + tag.length() + 4);
        writeTo(text);
        return text.toString();
    }

    private void writeTo(StringBuilder text) {
        text.append(start).append('>');
        if (!WITHOUT_END.contains(tag)) {
            text.append(content).append("</").append(tag).append('>');
        }
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                default -> to.append(character);
            }
        }
    }
}
