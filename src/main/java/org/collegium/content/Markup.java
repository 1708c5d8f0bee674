package org.collegium.content;

/** Writes HTML with everything escaped. */
final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** Opens an element; attributes are pairs of name and value, and those with an empty value are left out. */
    Markup open(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                attribute(attributes[i], attributes[i + 1]);
            }
        }
        html.append('>');
        return this;
    }

    private void attribute(String name, String value) {
        html.append(' ').append(name).append("=\"");
        escape(value);
        html.append('"');
    }

    /** Writes an image; its alternative text is written even when empty. */
    Markup image(String source, String alternative, String width, String height) {
        html.append("<img loading=\"lazy\"");
        attribute("src", source);
        attribute("alt", alternative);
        if (!width.isEmpty()) {
            attribute("width", width);
        }
        if (!height.isEmpty()) {
            attribute("height", height);
        }
        html.append('>');
        return this;
    }

    Markup close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** Writes HTML that is already safe in form. */
    Markup verbatim(String source) {
        html.append(source);
        return this;
    }

    Markup line() {
        if (!html.isEmpty() && html.charAt(html.length() - 1) != '\n') {
            html.append('\n');
        }
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\0' -> html.append('\uFFFD');
                default -> html.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
