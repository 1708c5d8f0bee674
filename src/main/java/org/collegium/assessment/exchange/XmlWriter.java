package org.collegium.assessment.exchange;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, an element a line, so that people can compare it. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; names and values of its attributes take turns. */
    XmlWriter open(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    /** An element with a text. */
    XmlWriter leaf(String name, String text, String... attributes) {
        tag(name, attributes).append('>').append(HtmlText.escaped(text));
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** An element with nothing in it. */
    XmlWriter empty(String name, String... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    /** An element whose content is XML already. */
    XmlWriter made(String name, String content, String... attributes) {
        tag(name, attributes).append('>').append(content);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** XML that was made elsewhere. */
    XmlWriter made(String content) {
        out.append(content).append('\n');
        return this;
    }

    XmlWriter close() {
        String name = open.pop();
        out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        out.append("  ".repeat(open.size())).append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(HtmlText.escaped(attributes[i + 1])).append('"');
        }
        return out;
    }

    String text() {
        return out.toString();
    }
}
